import type { Check } from '../cause.ts';
import { listPrefix } from '../condition-topics/list-prefix.ts';
import { region } from '../condition-topics/region.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { resourceTag } from '../condition-topics/resource-tag.ts';
import { sourceIp } from '../condition-topics/source-ip.ts';
import { time } from '../condition-topics/time.ts';
import { topicChecks } from '../condition-topics/topic-checks.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { bucketVsObject } from '../differences/bucket-vs-object.ts';
import { containedResource } from '../differences/contained.ts';
import { missChecks } from '../differences/miss-checks.ts';
import { unknownAction } from '../differences/unknown-action.ts';
import { wildcardReach } from '../differences/wildcard.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { noAllow } from '../fallbacks/no-allow.ts';
import { serviceNotListed } from '../fallbacks/service-not-listed.ts';
import { broker } from './broker.ts';
import { federatedUser } from './federated-user.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [] as const satisfies readonly Check[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('session'), notResourceDeny('session')] as const satisfies readonly Check[];

/** An Allow that misses the request by one detail. */
const details = missChecks('session', [wildcardReach, bucketVsObject, containedResource, unknownAction]);

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('session', [region, sourceIp, resourceTag, listPrefix, time, requestParameter]);

/** Causes in the session policy that whoever made the session passed. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const sessionChecks = [
  federatedUser,
  broker,
  ...denies,
  ...details,
  ...conditions,
  ...denyLists,
  explicitDeny('session', {
    what: 'The session policy denies the request explicitly.',
    why: 'Whoever made the session passed a policy with it, and a Deny of that policy matches the request.',
    fix: 'Make the session again without that statement: the program that calls AssumeRole or GetFederationToken decides it.',
  }),
  condition('session', {
    what: 'The session policy would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the session policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or make the session again with the value added.',
  }),
  nearMiss('session', {
    what: 'The session policy would let the request through but for one element: its action or resource is not quite that of the request.',
    why: 'A typing error, another resource, or a wildcard that does not reach as far as it looks.',
    fix: 'Make the session again with the action or resource added to its policy.',
  }),
  serviceNotListed('session'),
  noAllow(
    'session',
    {
      what: 'The session policy does not allow the request.',
      why: 'A session may do only what both its role and the policy allow that was passed when it was made (by a broker, a federation proxy, a CI plugin). A federated user without any session policy may do nothing.',
      fix: 'Have whoever makes the session pass a policy that allows the request, or none at all.',
    },
    ({ request }) => `The session policy does not allow ${request?.action ?? 'it'}`,
  ),
  namedByAws('session', {
    what: 'AWS says that the session policy is the reason, and no API shows the session policy of an existing session.',
    why: 'It was passed when the session was made; only whoever made it, or the AssumeRole event in CloudTrail, knows it.',
    fix: 'Pass it with --session-policy to see the statement, and change it where the session is made.',
  }),
] as const satisfies readonly Check[];
