import type { AnyCause } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { encryption } from '../condition-topics/encryption.ts';
import { organization } from '../condition-topics/organization.ts';
import { principalArn } from '../condition-topics/principal-arn.ts';
import { principalTag } from '../condition-topics/principal-tag.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { resourceTag } from '../condition-topics/resource-tag.ts';
import { secureTransport } from '../condition-topics/secure-transport.ts';
import { sourceAccount } from '../condition-topics/source-account.ts';
import { sourceIp } from '../condition-topics/source-ip.ts';
import { sourceVpce } from '../condition-topics/source-vpce.ts';
import { time } from '../condition-topics/time.ts';
import { tokenClaims } from '../condition-topics/token-claims.ts';
import { topicChecks } from '../condition-topics/topic-checks.ts';
import { viaService } from '../condition-topics/via-service.ts';
import { denyAll } from '../deny-shapes/deny-all.ts';
import { nearExemption } from '../deny-shapes/near-exemption.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('rcp'), nearExemption('rcp')] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('rcp'), notResourceDeny('rcp')] as const satisfies readonly AnyCause[];

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('rcp', [
  organization,
  sourceAccount,
  secureTransport,
  sourceVpce,
  sourceIp,
  encryption,
  tokenClaims,
  principalTag,
  resourceTag,
  viaService,
  allowedAccounts,
  principalArn,
  time,
  requestParameter,
]);

/**
 * Causes in the resource control policies over the account of the resource. RCPFullAWSAccess is attached everywhere and cannot be
 * detached, so that an Allow is never missing. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export const rcpChecks = [
  ...denies,
  ...conditions,
  ...denyLists,
  explicitDeny('rcp'),
  namedByAws('rcp'),
] as const satisfies readonly AnyCause[];
