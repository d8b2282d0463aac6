import { callerWords } from '../../evidence/words.ts';
import { shortName } from '../../model/short-name.ts';
import type { AnyCause } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { encryption } from '../condition-topics/encryption.ts';
import { leadingKeys } from '../condition-topics/leading-keys.ts';
import { listPrefix } from '../condition-topics/list-prefix.ts';
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
import { serviceName } from '../condition-topics/service-name.ts';
import { sessionOrigin } from '../condition-topics/session-origin.ts';
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
import { actionPrefix } from '../differences/action-prefix.ts';
import { apiName } from '../differences/api-name.ts';
import { wrongRegion } from '../differences/arn-region.ts';
import { bucketVsObject } from '../differences/bucket-vs-object.ts';
import { letterCase } from '../differences/case.ts';
import { hiddenCharacters } from '../differences/characters.ts';
import { conditionKeyName } from '../differences/condition-key.ts';
import { containedResource } from '../differences/contained.ts';
import { keyAlias } from '../differences/key-alias.ts';
import { leftOutByNot } from '../differences/left-out.ts';
import { listInText } from '../differences/list-in-text.ts';
import { literalPattern } from '../differences/literal-pattern.ts';
import { missChecks } from '../differences/miss-checks.ts';
import { multivaluedKey } from '../differences/multivalued-key.ts';
import { neededAction } from '../differences/needed-action.ts';
import { notAnArn } from '../differences/not-an-arn.ts';
import { wrongPartition } from '../differences/partition.ts';
import { wrongPath } from '../differences/path.ts';
import { resourceType } from '../differences/resource-type.ts';
import { secretSuffix } from '../differences/secret-suffix.ts';
import { sessionArn } from '../differences/session-arn.ts';
import { unknownAction } from '../differences/unknown-action.ts';
import { wildcardReach } from '../differences/wildcard.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { noAllow } from '../fallbacks/no-allow.ts';
import { defaultVersion } from './default-version.ts';
import { dependentAction } from './dependent-action.ts';
import { justChanged } from './just-changed.ts';
import { missingObject } from './missing-object.ts';
import { quarantine } from './quarantine.ts';
import { revokedSession } from './revoked-session.ts';
import { unsupportedKey } from './unsupported-key.ts';
import { variableForSession } from './variable-for-session.ts';
import { variableVersion } from './variable-version.ts';
import { wildcardOnly } from './wildcard-only.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('identity'), nearExemption('identity')] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('identity'), notResourceDeny('identity')] as const satisfies readonly AnyCause[];

/** An Allow that misses the request by one detail. */
const details = missChecks('identity', [
  wrongPartition,
  wrongAccount,
  wrongRegion,
  wrongPath,
  letterCase,
  wildcardReach,
  bucketVsObject,
  containedResource,
  secretSuffix,
  keyAlias,
  sessionArn,
  resourceType,
  notAnArn,
  hiddenCharacters,
  unknownAction,
  apiName,
  actionPrefix,
  neededAction,
  leftOutByNot,
  literalPattern,
  listInText,
  multivaluedKey,
  conditionKeyName,
]);

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('identity', [
  mfaEnforcement,
  region,
  organization,
  sourceVpce,
  sourceIp,
  viaService,
  permissionsBoundary,
  serviceName,
  requestTag,
  resourceTag,
  principalTag,
  listPrefix,
  leadingKeys,
  encryption,
  secureTransport,
  sessionOrigin,
  allowedAccounts,
  principalArn,
  userId,
  time,
  requestParameter,
]);

/** Causes in the policies of the caller: managed and inline ones, of the user or role and of the user's groups. */
export const identityChecks = [
  quarantine,
  revokedSession,
  ...denies,
  defaultVersion('identity'),
  variableVersion,
  variableForSession,
  wildcardOnly,
  unsupportedKey,
  ...details,
  ...conditions,
  ...denyLists,
  explicitDeny('identity'),
  condition('identity'),
  nearMiss('identity'),
  dependentAction,
  missingObject,
  justChanged,
  noAllow(
    'identity',
    ({ request, facts }) =>
      `No identity policy of ${callerWords(facts.principal)} allows ${request?.action ?? 'it'} on ${shortName(request?.resource ?? null)}`,
  ),
  namedByAws('identity'),
] as const satisfies readonly AnyCause[];
