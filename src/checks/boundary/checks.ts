import type { Check } from '../check.ts';
import { condition } from '../layers/condition.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';
import { nearMiss } from '../layers/near-miss.ts';
import { noAllow } from '../layers/no-allow.ts';
import { callerWords } from '../words.ts';

/** Causes in the permissions boundary of the caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaryChecks = [
  explicitDeny('boundary', {
    what: 'The permissions boundary of the caller denies the request explicitly.',
    why: 'A statement with Effect Deny in the boundary matches the request. It wins over every Allow.',
    fix: 'The owner of the boundary changes that statement, or exempts the caller there.',
  }),
  condition('boundary', {
    what: 'The permissions boundary would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the boundary wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the boundary add the value.',
  }),
  nearMiss('boundary', {
    what: 'The permissions boundary would let the request through but for one element: its action or resource is not quite that of the request.',
    why: 'A typing error, a missing path, another account, or a wildcard that does not reach as far as it looks.',
    fix: 'The owner of the boundary adds the action or resource beside the one that is there.',
  }),
  noAllow(
    'boundary',
    {
      what: 'The permissions boundary of the caller does not allow the request.',
      why: 'A boundary grants nothing, it sets the limit: what it does not allow stays denied whatever the other policies of the caller say.',
      fix: 'The owner of the boundary adds an Allow for the request to it; then another policy of the caller has to grant it still.',
    },
    ({ request, facts }) =>
      `The permissions boundary of ${callerWords(facts.principal)} does not allow ${request?.action ?? 'it'}`,
  ),
  namedByAws('boundary', {
    what: 'AWS says that the permissions boundary of the caller is the reason; which statement, nobody could read here.',
    why: 'The boundary may not be read with these credentials, or was changed since.',
    fix: 'Read the boundary of the caller (the permission that was missing is in the report), or have its owner run denytrace.',
  }),
] as const satisfies readonly Check[];
