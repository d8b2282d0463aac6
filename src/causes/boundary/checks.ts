import { callerWords } from '../../evidence/words.ts';
import type { AnyCause } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { mfaEnforcement } from '../condition-topics/mfa-enforcement.ts';
import { permissionsBoundary } from '../condition-topics/permissions-boundary.ts';
import { principalTag } from '../condition-topics/principal-tag.ts';
import { region } from '../condition-topics/region.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { requestTag } from '../condition-topics/request-tag.ts';
import { resourceTag } from '../condition-topics/resource-tag.ts';
import { sourceIp } from '../condition-topics/source-ip.ts';
import { time } from '../condition-topics/time.ts';
import { topicChecks } from '../condition-topics/topic-checks.ts';
import { denyAll } from '../deny-shapes/deny-all.ts';
import { nearExemption } from '../deny-shapes/near-exemption.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { wrongAccount } from '../differences/account.ts';
import { bucketVsObject } from '../differences/bucket-vs-object.ts';
import { leftOutByNot } from '../differences/left-out.ts';
import { literalPattern } from '../differences/literal-pattern.ts';
import { missChecks } from '../differences/miss-checks.ts';
import { wrongPath } from '../differences/path.ts';
import { unknownAction } from '../differences/unknown-action.ts';
import { wildcardReach } from '../differences/wildcard.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { noAllow } from '../fallbacks/no-allow.ts';
import { serviceNotListed } from '../fallbacks/service-not-listed.ts';
import { defaultVersion } from '../identity/default-version.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [denyAll('boundary'), nearExemption('boundary')] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('boundary'), notResourceDeny('boundary')] as const satisfies readonly AnyCause[];

/** An Allow that misses the request by one detail. */
const details = missChecks('boundary', [
  wrongAccount,
  wrongPath,
  wildcardReach,
  bucketVsObject,
  unknownAction,
  leftOutByNot,
  literalPattern,
]);

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('boundary', [
  permissionsBoundary,
  region,
  mfaEnforcement,
  sourceIp,
  requestTag,
  resourceTag,
  principalTag,
  allowedAccounts,
  time,
  requestParameter,
]);

/** Causes in the permissions boundary of the caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaryChecks = [
  ...denies,
  defaultVersion('boundary'),
  ...details,
  ...conditions,
  ...denyLists,
  explicitDeny('boundary'),
  condition('boundary'),
  nearMiss('boundary'),
  serviceNotListed('boundary'),
  noAllow(
    'boundary',
    ({ request, facts }) =>
      `The permissions boundary of ${callerWords(facts.principal)} does not allow ${request?.action ?? 'it'}`,
  ),
  namedByAws('boundary'),
] as const satisfies readonly AnyCause[];
