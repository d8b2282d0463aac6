import { layerFact } from '../../evidence/policy-lookup.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AnyCause } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { encryption } from '../condition-topics/encryption.ts';
import { mfaEnforcement } from '../condition-topics/mfa-enforcement.ts';
import { organization } from '../condition-topics/organization.ts';
import { permissionsBoundary } from '../condition-topics/permissions-boundary.ts';
import { principalArn } from '../condition-topics/principal-arn.ts';
import { principalTag } from '../condition-topics/principal-tag.ts';
import { region } from '../condition-topics/region.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { requestTag } from '../condition-topics/request-tag.ts';
import { resourceTag } from '../condition-topics/resource-tag.ts';
import { secureTransport } from '../condition-topics/secure-transport.ts';
import { sessionOrigin } from '../condition-topics/session-origin.ts';
import { sourceIp } from '../condition-topics/source-ip.ts';
import { sourceVpce } from '../condition-topics/source-vpce.ts';
import { time } from '../condition-topics/time.ts';
import { topicChecks } from '../condition-topics/topic-checks.ts';
import { viaService } from '../condition-topics/via-service.ts';
import { denyAll } from '../deny-shapes/deny-all.ts';
import { nearExemption } from '../deny-shapes/near-exemption.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { apiName } from '../differences/api-name.ts';
import { leftOutByNot } from '../differences/left-out.ts';
import { missChecks } from '../differences/miss-checks.ts';
import { unknownAction } from '../differences/unknown-action.ts';
import { wildcardReach } from '../differences/wildcard.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { noAllow } from '../fallbacks/no-allow.ts';
import { serviceNotListed } from '../fallbacks/service-not-listed.ts';
import { denyRoot } from './deny-root.ts';
import { fullAccessMissing } from './full-access-missing.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('scp'), nearExemption('scp')] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('scp'), notResourceDeny('scp')] as const satisfies readonly AnyCause[];

/** An Allow that misses the request by one detail. */
const details = missChecks('scp', [unknownAction, apiName, wildcardReach, leftOutByNot]);

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('scp', [
  region,
  mfaEnforcement,
  organization,
  sourceVpce,
  sourceIp,
  permissionsBoundary,
  requestTag,
  resourceTag,
  principalTag,
  encryption,
  secureTransport,
  sessionOrigin,
  viaService,
  allowedAccounts,
  principalArn,
  time,
  requestParameter,
]);

/** Causes in the service control policies over the caller's account. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export const scpChecks = [
  denyRoot,
  ...denies,
  ...details,
  ...conditions,
  ...denyLists,
  explicitDeny('scp'),
  condition('scp'),
  nearMiss('scp'),
  fullAccessMissing,
  serviceNotListed('scp'),
  noAllow(
    'scp',
    (denialCase, blocker) =>
      `No service control policy at ${levelName(denialCase, blocker)} allows ${denialCase.request?.action ?? 'it'}`,
  ),
  namedByAws('scp'),
] as const satisfies readonly AnyCause[];

function levelName(denialCase: DenialCase, { level: index }: Blocker): string {
  const fact = layerFact(denialCase, 'scp');
  const level = fact.status === 'known' && index !== null ? fact.value[index] : undefined;
  return level === undefined ? 'one of the levels of the organization' : level.name;
}
