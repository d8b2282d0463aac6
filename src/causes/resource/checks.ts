import { shortName } from '../../model/short-name.ts';
import type { Check } from '../cause.ts';
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
import { callerWords } from '../../evidence/words.ts';
import { noPolicyForOthers } from './cross-account.ts';
import { keyPolicySilent } from './key-policy-silent.ts';
import { noPolicies } from './no-policies.ts';
import { notPrincipal } from './not-principal.ts';
import { notPublic } from './not-public.ts';
import { objectOwnership } from './object-ownership.ts';
import { resourceSaidCauses } from './said-causes.ts';
import { serviceCaller } from './service-caller.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('resource'), nearExemption('resource')] as const satisfies readonly Check[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('resource'), notResourceDeny('resource')] as const satisfies readonly Check[];

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
  explicitDeny('resource', {
    what: 'The policy of the resource denies the request explicitly.',
    why: 'A statement with Effect Deny in the policy of the bucket, key, queue, topic or secret matches the request. It wins over every Allow.',
    fix: 'The owner of the resource exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  }),
  condition('resource', {
    what: 'The policy of the resource would allow the request, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the resource add the value.',
  }),
  nearMiss('resource', {
    what: 'The policy of the resource would allow the request but for one element: it names another principal, action or part of the resource.',
    why: 'Another account, a role with another path or name, a session in place of its role, a deleted principal, or a bucket without its objects (bucket and bucket/*).',
    fix: 'The owner of the resource adds the caller, action or resource beside the one that is there.',
  }),
  notPublic,
  noPolicies,
  noPolicyForOthers,
  keyPolicySilent,
  serviceCaller,
  objectOwnership,
  noAllow(
    'resource',
    {
      what: 'The policy of the resource does not allow the request, and has to.',
      why: 'Across accounts both the caller’s and the resource’s side must allow a request; a KMS key needs its key policy even in its own account.',
      fix: 'The owner of the resource adds the smallest statement that allows it: this caller, this action.',
    },
    ({ request, facts }) =>
      `The policy of ${shortName(request?.resource ?? null)} does not allow ${request?.action ?? 'it'} to ${callerWords(facts.principal)}`,
  ),
  namedByAws('resource', {
    what: 'AWS says that the policy of the resource is the reason; which statement, nobody could read here.',
    why: 'The policy of the resource may not be read with these credentials, or was changed since.',
    fix: 'Pass it with --resource-policy, or have the owner of the resource look at it.',
  }),
] as const satisfies readonly Check[];
