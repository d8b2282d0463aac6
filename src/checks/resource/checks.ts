import { shortName } from '../../model/short-name.ts';
import type { Check } from '../check.ts';
import { denyAll } from '../deny-shapes/deny-all.ts';
import { nearExemption } from '../deny-shapes/near-exemption.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { condition } from '../general/condition.ts';
import { explicitDeny } from '../general/explicit-deny.ts';
import { namedByAws } from '../general/named-by-aws.ts';
import { nearMiss } from '../general/near-miss.ts';
import { noAllow } from '../general/no-allow.ts';
import { wrongAccount } from '../misses/account.ts';
import { apiName } from '../misses/api-name.ts';
import { bucketVsObject } from '../misses/bucket-vs-object.ts';
import { letterCase } from '../misses/case.ts';
import { hiddenCharacters } from '../misses/characters.ts';
import { containedResource } from '../misses/contained.ts';
import { listInText } from '../misses/list-in-text.ts';
import { literalPattern } from '../misses/literal-pattern.ts';
import { missChecks } from '../misses/miss-checks.ts';
import { multivaluedKey } from '../misses/multivalued-key.ts';
import { neededAction } from '../misses/needed-action.ts';
import { notAnArn } from '../misses/not-an-arn.ts';
import { wrongPartition } from '../misses/partition.ts';
import { wrongPath } from '../misses/path.ts';
import { principalKey } from '../misses/principal-key.ts';
import { serviceHost } from '../misses/service-host.ts';
import { sessionArn } from '../misses/session-arn.ts';
import { stalePrincipal } from '../misses/stale-principal.ts';
import { unknownAction } from '../misses/unknown-action.ts';
import { wildcardReach } from '../misses/wildcard.ts';
import { allowedAccounts } from '../topics/allowed-accounts.ts';
import { encryption } from '../topics/encryption.ts';
import { encryptionContext } from '../topics/encryption-context.ts';
import { listPrefix } from '../topics/list-prefix.ts';
import { mfaEnforcement } from '../topics/mfa-enforcement.ts';
import { objectAcl } from '../topics/object-acl.ts';
import { organization } from '../topics/organization.ts';
import { principalArn } from '../topics/principal-arn.ts';
import { principalTag } from '../topics/principal-tag.ts';
import { referer } from '../topics/referer.ts';
import { requestParameter } from '../topics/request-parameter.ts';
import { requestTag } from '../topics/request-tag.ts';
import { resourceTag } from '../topics/resource-tag.ts';
import { secureTransport } from '../topics/secure-transport.ts';
import { sourceAccount } from '../topics/source-account.ts';
import { sourceIp } from '../topics/source-ip.ts';
import { sourceVpce } from '../topics/source-vpce.ts';
import { time } from '../topics/time.ts';
import { topicChecks } from '../topics/topic-checks.ts';
import { userId } from '../topics/user-id.ts';
import { viaService } from '../topics/via-service.ts';
import { callerWords } from '../words.ts';
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
