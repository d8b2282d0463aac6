import type { Check } from '../check.ts';
import { condition } from '../layers/condition.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';
import { nearMiss } from '../layers/near-miss.ts';
import { noAllow } from '../layers/no-allow.ts';
import { callerWords, shortName } from '../words.ts';

/** Causes in the resource's own policy: of a bucket, a key, a queue, a topic, a secret. */
export const resourceChecks = [
  explicitDeny('resource', {
    what: 'The policy of the resource denies the request explicitly.',
    why: 'A statement with Effect Deny in the policy of the bucket, key, queue, topic or secret matches the request. It wins over every Allow.',
    fix: 'The owner of the resource exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  }),
  condition('resource', {
    what: 'The policy of the resource would allow the request, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the resource add the value.',
  }),
  nearMiss('resource', {
    what: 'The policy of the resource would allow the request but for one element: it names another principal, action or part of the resource.',
    why: 'Another account, a role with another path or name, a session in place of its role, a deleted principal, or a bucket without its objects (bucket and bucket/*).',
    fix: 'The owner of the resource adds the caller, action or resource beside the one that is there.',
  }),
  noAllow(
    'resource',
    {
      what: 'The policy of the resource does not allow the request, and has to.',
      why: 'Across accounts both the caller’s and the resource’s side must allow a request; a KMS key needs its key policy even in its own account.',
      fix: 'The owner of the resource adds the smallest statement that allows it: this caller, this action.',
    },
    ({ request, facts }) =>
      `The policy of ${shortName(request?.resource ?? null)} does not allow ${request?.action ?? 'it'} to ${callerWords(facts.principal)}`,
  ),
  namedByAws('resource', {
    what: 'AWS says that the policy of the resource is the reason; which statement, nobody could read here.',
    why: 'The policy of the resource may not be read with these credentials, or was changed since.',
    fix: 'Pass it with --resource-policy, or have the owner of the resource look at it.',
  }),
] as const satisfies readonly Check[];
