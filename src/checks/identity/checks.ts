import type { Check } from '../check.ts';
import { condition } from '../layers/condition.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';
import { nearMiss } from '../layers/near-miss.ts';
import { noAllow } from '../layers/no-allow.ts';
import { callerWords, shortName } from '../words.ts';

/** Causes in the policies of the caller: managed and inline ones, of the user or role and of the user's groups. */
export const identityChecks = [
  explicitDeny('identity', {
    what: 'A policy attached to the caller, or to a group of the caller, denies the request explicitly.',
    why: 'A statement with Effect Deny matches the request. It wins over every Allow, wherever that Allow stands.',
    fix: 'Change that statement: exempt the caller or the resource there, or remove it if it has served its purpose. An Allow elsewhere does not help.',
  }),
  condition('identity', {
    what: 'A policy of the caller would allow the request, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds (tag, MFA, network, region), or add the value of the request to the condition.',
  }),
  nearMiss('identity', {
    what: 'A policy of the caller would allow the request but for one element: its action or its resource is not quite that of the request.',
    why: 'A missing path, another account or partition, a typing error, the name of an API in place of its IAM action, or a wildcard that does not reach as far as it looks.',
    fix: 'Add the action or resource that was asked for beside the one that is there. Nothing that is there is replaced: others may rely on it.',
  }),
  noAllow(
    'identity',
    {
      what: 'No policy of the caller allows the request, and the caller needs one that does.',
      why: 'Everything is denied until a policy allows it. Within one account a policy of the resource can allow it as well; across accounts, and for most requests, the caller needs an Allow of its own.',
      fix: 'Attach a policy with the smallest statement that allows it: this action, this resource.',
    },
    ({ request, facts }) =>
      `No identity policy of ${callerWords(facts.principal)} allows ${request?.action ?? 'it'} on ${shortName(request?.resource ?? null)}`,
  ),
  namedByAws('identity', {
    what: 'AWS says that an identity-based policy of the caller is the reason; which statement, nobody could read here.',
    why: 'The policies of the caller may not be read with these credentials, or were changed since.',
    fix: 'Read the policies of the caller (the permission that was missing is in the report), or have their administrator run denytrace.',
  }),
] as const satisfies readonly Check[];
