import type { Case } from '../../model/case.ts';
import type { Blockage, Check } from '../cause.ts';
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
import { layerFact } from '../../evidence/policy-lookup.ts';
import { denyRoot } from './deny-root.ts';
import { fullAccessMissing } from './full-access-missing.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('scp'), nearExemption('scp')] as const satisfies readonly Check[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('scp'), notResourceDeny('scp')] as const satisfies readonly Check[];

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
  explicitDeny('scp', {
    what: 'A service control policy of the organization denies the request explicitly.',
    why: 'A Deny attached to the account, to one of its organizational units or to the root matches the request. No policy inside the account can lift it.',
    fix: 'The organization’s administrator exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  }),
  condition('scp', {
    what: 'At one level of the organization a service control policy would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the organization’s administrator add the value.',
  }),
  nearMiss('scp', {
    what: 'At one level of the organization a service control policy would let the request through but for one element.',
    why: 'A service or action that is missing from the list of allowed ones, a typing error, or a wildcard that does not reach as far as it looks.',
    fix: 'The organization’s administrator adds the action beside those that are there.',
  }),
  fullAccessMissing,
  serviceNotListed('scp'),
  noAllow(
    'scp',
    {
      what: 'At one level of the organization (root, organizational unit or account) no service control policy allows the request.',
      why: 'Every level needs an Allow of its own. FullAWSAccess was detached there, or replaced by a list of allowed services that lacks this one.',
      fix: 'The organization’s administrator adds an Allow for the request at that level. It grants nothing by itself: it only lets the account’s own policies decide.',
    },
    (subject, blockage) =>
      `No service control policy at ${levelName(subject, blockage)} allows ${subject.request?.action ?? 'it'}`,
  ),
  namedByAws('scp', {
    what: 'AWS says that a service control policy of the organization is the reason; which statement, nobody could read here.',
    why: 'Service control policies can be read only in the management account, or where reading them was delegated. AWS says “explicit deny” even where an Allow is missing.',
    fix: 'The organization’s administrator reads the policies over the account (denytrace --record there, then --snapshot here) and changes the one that denies.',
  }),
] as const satisfies readonly Check[];

function levelName(subject: Case, { level: index }: Blockage): string {
  const fact = layerFact(subject, 'scp');
  const level = fact.status === 'known' && index !== null ? fact.value[index] : undefined;
  return level === undefined ? 'one of the levels of the organization' : level.name;
}
