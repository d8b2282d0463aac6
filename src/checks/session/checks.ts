import type { Check } from '../check.ts';
import { condition } from '../layers/condition.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';
import { nearMiss } from '../layers/near-miss.ts';
import { noAllow } from '../layers/no-allow.ts';

/** Causes in the session policy that whoever made the session passed. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const sessionChecks = [
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
    what: 'AWS says that the session policy is the reason. No API shows the session policy of an existing session.',
    why: 'It was passed when the session was made; only whoever made it, or the AssumeRole event in CloudTrail, knows it.',
    fix: 'Pass it with --session-policy to see the statement, and change it where the session is made.',
  }),
] as const satisfies readonly Check[];
