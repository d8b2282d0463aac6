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

/** What the conditions of a Deny in a trust policy are about: those that say most stand first. */
export const denyTopics: readonly Topic<string>[] = [
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
