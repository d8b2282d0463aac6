import { callerWords } from '../../evidence/words.ts';
import { shortName } from '../../model/short-name.ts';
import type { AnyCause } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { encryption } from '../condition-topics/encryption.ts';
import { encryptionContext } from '../condition-topics/encryption-context.ts';
import { listPrefix } from '../condition-topics/list-prefix.ts';
import { mfaEnforcement } from '../condition-topics/mfa-enforcement.ts';
import { objectAcl } from '../condition-topics/object-acl.ts';
import { organization } from '../condition-topics/organization.ts';
import { principalArn } from '../condition-topics/principal-arn.ts';
import { principalTag } from '../condition-topics/principal-tag.ts';
import { referer } from '../condition-topics/referer.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { requestTag } from '../condition-topics/request-tag.ts';
import { resourceTag } from '../condition-topics/resource-tag.ts';
import { secureTransport } from '../condition-topics/secure-transport.ts';
import { sourceAccount } from '../condition-topics/source-account.ts';
import { sourceIp } from '../condition-topics/source-ip.ts';
import { sourceVpce } from '../condition-topics/source-vpce.ts';
import { time } from '../condition-topics/time.ts';
import { topicChecks } from '../condition-topics/topic-checks.ts';
import { userId } from '../condition-topics/user-id.ts';
import { viaService } from '../condition-topics/via-service.ts';
import { denyAll } from '../deny-shapes/deny-all.ts';
import { nearExemption } from '../deny-shapes/near-exemption.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { wrongAccount } from '../differences/account.ts';
import { apiName } from '../differences/api-name.ts';
import { bucketVsObject } from '../differences/bucket-vs-object.ts';
import { letterCase } from '../differences/case.ts';
import { hiddenCharacters } from '../differences/characters.ts';
import { containedResource } from '../differences/contained.ts';
import { listInText } from '../differences/list-in-text.ts';
import { literalPattern } from '../differences/literal-pattern.ts';
import { missChecks } from '../differences/miss-checks.ts';
import { multivaluedKey } from '../differences/multivalued-key.ts';
import { neededAction } from '../differences/needed-action.ts';
import { notAnArn } from '../differences/not-an-arn.ts';
import { wrongPartition } from '../differences/partition.ts';
import { wrongPath } from '../differences/path.ts';
import { principalKey } from '../differences/principal-key.ts';
import { serviceHost } from '../differences/service-host.ts';
import { sessionArn } from '../differences/session-arn.ts';
import { stalePrincipal } from '../differences/stale-principal.ts';
import { unknownAction } from '../differences/unknown-action.ts';
import { wildcardReach } from '../differences/wildcard.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { noAllow } from '../fallbacks/no-allow.ts';
import { noPolicyForOthers } from './cross-account.ts';
import { keyPolicySilent } from './key-policy-silent.ts';
import { noPolicies } from './no-policies.ts';
import { notPrincipal } from './not-principal.ts';
import { notPublic } from './not-public.ts';
import { objectOwnership } from './object-ownership.ts';
import { resourceSaidCauses } from './said-causes.ts';
import { serviceCaller } from './service-caller.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('resource'), nearExemption('resource')] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('resource'), notResourceDeny('resource')] as const satisfies readonly AnyCause[];

/** An Allow that misses the request by one detail. */
const details = missChecks('resource', [
  wrongPartition,
  wrongAccount,
  wrongPath,
  letterCase,
  wildcardReach,
  bucketVsObject,
  containedResource,
  sessionArn,
  stalePrincipal,
  serviceHost,
  principalKey,
  notAnArn,
  hiddenCharacters,
  unknownAction,
  apiName,
  neededAction,
  literalPattern,
  listInText,
  multivaluedKey,
]);

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('resource', [
  secureTransport,
  organization,
  sourceAccount,
  sourceVpce,
  sourceIp,
  mfaEnforcement,
  encryption,
  encryptionContext,
  viaService,
  objectAcl,
  listPrefix,
  referer,
  userId,
  principalTag,
  resourceTag,
  requestTag,
  allowedAccounts,
  principalArn,
  time,
  requestParameter,
]);

/** Causes in the resource's own policy: of a bucket, a key, a queue, a topic, a secret. */
export const resourceChecks = [
  ...resourceSaidCauses,
  ...denies,
  notPrincipal,
  ...details,
  ...conditions,
  ...denyLists,
  explicitDeny('resource'),
  condition('resource'),
  nearMiss('resource'),
  notPublic,
  noPolicies,
  noPolicyForOthers,
  keyPolicySilent,
  serviceCaller,
  objectOwnership,
  noAllow(
    'resource',
    ({ request, facts }) =>
      `The policy of ${shortName(request?.resource ?? null)} does not allow ${request?.action ?? 'it'} to ${callerWords(facts.principal)}`,
  ),
  namedByAws('resource'),
] as const satisfies readonly AnyCause[];
