import type { BlockerCause } from '../cause.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { nearMiss } from '../fallbacks/missing-allow.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { LAYER_CAUSES } from '../tables/layer-causes.ts';
import { trustAction } from './action.ts';
import { trustConditions } from './conditions.ts';
import { trustPrincipal } from './principal.ts';
import { trustRole } from './role.ts';
import { trustSilence } from './silence.ts';

/**
 * Causes in the trust policy of a role, in the order in which they are asked: the role itself, then the statement that comes nearest (its
 * action, its principal, its conditions), then a policy in which no statement comes near.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
export const trustContest = [
  ...trustRole,
  ...trustAction,
  ...trustPrincipal,
  ...trustConditions,
  explicitDeny('trust', LAYER_CAUSES.trust.topics),
  nearMiss('trust'),
  ...trustSilence,
  namedByAws('trust'),
] as const satisfies readonly BlockerCause[];
