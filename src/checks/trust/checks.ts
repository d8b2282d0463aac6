import type { Check } from '../check.ts';
import { condition } from '../layers/condition.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';
import { nearMiss } from '../layers/near-miss.ts';
import { action } from './action.ts';
import { notListed } from './not-listed.ts';
import { roleNotFound } from './role-not-found.ts';
import { stalePrincipal } from './stale-principal.ts';

/** Causes in the role's trust policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export const trustChecks = [
  roleNotFound,
  stalePrincipal,
  action,
  explicitDeny('trust', {
    what: 'The trust policy of the role denies the request explicitly.',
    why: 'A statement with Effect Deny in the trust policy matches the request. It wins over every Allow.',
    fix: 'The owner of the role exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  }),
  condition('trust', {
    what: 'The trust policy names the caller, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the trust policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the role add the value.',
  }),
  nearMiss('trust', {
    what: 'The trust policy names somebody who is almost the caller.',
    why: 'Another account or partition, a role of a similar name, a missing path, a session in place of its role, a wildcard inside an ARN.',
    fix: 'The owner of the role adds the caller beside the principal that is there.',
  }),
  notListed,
  namedByAws('trust', {
    what: 'AWS says that the trust policy of the role is the reason; which statement, nobody could read here.',
    why: 'The role may not be read with these credentials, or its trust policy was changed since.',
    fix: 'Read the role (iam:GetRole in its account), or have its owner run denytrace.',
  }),
] as const satisfies readonly Check[];
