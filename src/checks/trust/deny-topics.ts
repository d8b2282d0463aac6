import { allowedAccounts } from '../topics/allowed-accounts.ts';
import { mfaEnforcement } from '../topics/mfa-enforcement.ts';
import { organization } from '../topics/organization.ts';
import { principalArn } from '../topics/principal-arn.ts';
import { principalTag } from '../topics/principal-tag.ts';
import { requestParameter } from '../topics/request-parameter.ts';
import { requestTag } from '../topics/request-tag.ts';
import { sessionOrigin } from '../topics/session-origin.ts';
import { sourceAccount } from '../topics/source-account.ts';
import { sourceIp } from '../topics/source-ip.ts';
import { sourceVpce } from '../topics/source-vpce.ts';
import { time } from '../topics/time.ts';
import { tokenClaims } from '../topics/token-claims.ts';
import type { Topic } from '../topics/topic.ts';
import { userId } from '../topics/user-id.ts';
import { viaService } from '../topics/via-service.ts';

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
