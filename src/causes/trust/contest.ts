import type { BlockerCause } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { mfaEnforcement } from '../condition-topics/mfa-enforcement.ts';
import { organization } from '../condition-topics/organization.ts';
import { principalArn } from '../condition-topics/principal-arn.ts';
import { principalTag } from '../condition-topics/principal-tag.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { requestTag } from '../condition-topics/request-tag.ts';
import { sessionOrigin } from '../condition-topics/session-origin.ts';
import { sourceAccount } from '../condition-topics/source-account.ts';
import { sourceIp } from '../condition-topics/source-ip.ts';
import { sourceVpce } from '../condition-topics/source-vpce.ts';
import { time } from '../condition-topics/time.ts';
import { tokenClaims } from '../condition-topics/token-claims.ts';
import type { Topic } from '../condition-topics/topic.ts';
import { userId } from '../condition-topics/user-id.ts';
import { viaService } from '../condition-topics/via-service.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { trustAction } from './action.ts';
import { trustConditions } from './conditions.ts';
import { trustPrincipal } from './principal.ts';
import { trustRole } from './role.ts';
import { trustSilence } from './silence.ts';

/** What the conditions of a Deny in a trust policy are about: those that say most stand first. */
const DENY_TOPICS: readonly Topic<string>[] = [
  mfaEnforcement,
  organization,
  sourceVpce,
  sourceIp,
  sourceAccount,
  tokenClaims,
  principalTag,
  requestTag,
  sessionOrigin,
  viaService,
  allowedAccounts,
  principalArn,
  userId,
  time,
  requestParameter,
];

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
  explicitDeny('trust', DENY_TOPICS),
  nearMiss('trust'),
  ...trustSilence,
  namedByAws('trust'),
] as const satisfies readonly BlockerCause[];
