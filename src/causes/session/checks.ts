import type { AnyCause } from '../cause.ts';
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
const denies = [] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('session'), notResourceDeny('session')] as const satisfies readonly AnyCause[];

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
  explicitDeny('session'),
  condition('session'),
  nearMiss('session'),
  serviceNotListed('session'),
  noAllow('session', ({ request }) => `The session policy does not allow ${request?.action ?? 'it'}`),
  namedByAws('session'),
] as const satisfies readonly AnyCause[];
