import { claimKey, sameIssuer } from '../model/claim-key.ts';
import type { TokenClaims } from '../model/denial-case.ts';
import type { Facts } from '../model/facts.ts';
import { doubtfulKey, type Gap, unknownKey } from '../model/gap.ts';
import { issuerOfProvider } from '../model/issuer.ts';
import type { Principal } from '../model/principal.ts';
import { isOfProgram } from '../model/program-shapes.ts';
import type { Question, UserOptions } from '../model/question.ts';
import type { AccessRequest, ContextValue } from '../model/request.ts';
import { doubtOf, isMultivalued, otherHoldersOf, presenceOf } from '../reference/keys/condition-keys.ts';
import {
  addressKeys,
  arnRegionKeys,
  originKeys,
  passRoleKeys,
  regionKeys,
  resourceKeys,
  roleLacksTag,
  serviceAccountKeys,
  serviceLinkedKeys,
} from './call-keys.ts';
import { type Clock, clockKeys } from './clock.ts';
import { mfaKeys } from './mfa-keys.ts';
import { allowsSessionTags, keyTypeKeys, principalKeys, unknown } from './principal-keys.ts';
import { type ContextKeys, MISSING, multiValue, requestContext, singleValue } from './request-context.ts';
import { databaseUserKeys, sentKeys } from './sent-keys.ts';
import { tokenKeys } from './token-keys.ts';

/** What a request is described from. */
export interface RequestSources {
  readonly question: Question;
  /** Why the path of the IAM resource is not known. */
  readonly pathGap?: Gap | null;
  readonly facts: Facts;
  readonly given: UserOptions;
  readonly token: TokenClaims | null;
  readonly clock: Clock;
}

/**
 * The request as IAM saw it, as far as it is known. Null where the caller or the action is not known: then there is nothing to evaluate. Each
 * condition key is known, missing (AWS does not send it with such a request) or unknown (nothing shows its value).
 */
export function describeRequest(sources: RequestSources): AccessRequest | null {
  const { question, facts, given, token, clock } = sources;
  const principal = facts.principal;
  if (principal === null || question.action === null) return null;
  // Later ones win: AWS's own record over everything, options only over what is assumed.
  const keys: ContextKeys[] = [
    clockKeys(clock),
    addressKeys(given),
    arnRegionKeys(question),
    originKeys(question),
    mfaKeys(question, facts),
    keyTypeKeys(principal, facts),
    passRoleKeys({ ...question, service: null }),
    unlessLacking(givenKeys(given), principal, sources),
    question.service === null ? {} : passRoleKeys(question),
    principalKeys(principal, facts),
    resourceKeys(question, facts),
    serviceAccountKeys(question, facts),
    serviceLinkedKeys(question),
    regionKeys(question),
    tokenKeys(question, token),
    sentKeys(question),
    databaseUserKeys(question),
    recordKeys(facts),
  ];
  const { callerEntity } = facts;
  const saml = facts.providers?.saml;
  return {
    principal,
    // aws:userid has the name of the session as well, which may not be known.
    uniqueId: callerEntity.status === 'known' ? callerEntity.value.uniqueId : null,
    action: question.action,
    resource: question.resource,
    ...(sources.pathGap ? { pathGap: sources.pathGap } : {}),
    resourceAccount: facts.resourceAccount,
    ...(saml?.status === 'known' ? { samlProviders: saml.value.map(({ arn }) => arn) } : {}),
    ...(isOfProgram(question.denial?.shape ?? '') ? { byProgram: true } : {}),
    ...(mayBeMemberAccount(principal, facts) ? { mayBeMemberAccount: true } : {}),
    context: requestContext(keys, (key) => otherwise(key, principal, sources)),
  };
}

/** False only for an account that is known to be in no organization, or to be the management account of its own. */
function mayBeMemberAccount({ account }: Principal, { callerOrganization: place }: Facts): boolean {
  if (place.status !== 'known') return place.status === 'unreadable';
  return place.value.managementAccountId === null || place.value.managementAccountId !== account;
}

/** A key that no source has: missing where such a request is known not to have it, else unknown. */
function otherwise(key: string, principal: Principal, sources: RequestSources): ContextValue {
  if (isLacking(key, principal, sources)) return MISSING;
  if (presenceOf(key, principal.type, sources.question.action ?? undefined) === 'never') return MISSING;
  return unknown(unknownKeyGap(key, sources.question.action));
}

/** Nobody is asked for the value of a key that no request of the action is known to have. AWS's lists have gaps, so it stays unknown. */
function unknownKeyGap(key: string, action: string | null): Gap {
  switch (doubtOf(key, action)) {
    case 'undocumented':
      return doubtfulKey(key, 'a key that AWS does not document');
    case 'other-actions':
      return doubtfulKey(key, `a key that AWS lists for actions other than ${action}`);
    case null:
      return unknownKey(key);
  }
}

/** True for a tag that is not among those that were read, and for a key that belongs to another resource of the call. */
function isLacking(key: string, principal: Principal, { question, facts }: RequestSources): boolean {
  const { action, resource } = question;
  if (action !== null && resource !== null && otherHoldersOf(key, action, resource).length > 0) return true;
  if (key.toLowerCase().startsWith('aws:principaltag/') && tagsAreKnown(principal, facts)) return true;
  return isOfOtherIssuer(key, principal) || roleLacksTag(key, question, facts);
}

/** A token has the claims of its own issuer only. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
function isOfOtherIssuer(key: string, { type, name }: Principal): boolean {
  const issuer = type === 'federated' ? issuerOfProvider(name) : undefined;
  const asked = claimKey(key)?.issuer;
  return issuer !== undefined && asked !== undefined && !sameIssuer(asked, issuer);
}

function unlessLacking(keys: ContextKeys, principal: Principal, sources: RequestSources): ContextKeys {
  return Object.fromEntries(Object.entries(keys).filter(([key]) => !isLacking(key, principal, sources)));
}

function tagsAreKnown(principal: Principal, facts: Facts): boolean {
  if (facts.callerEntity.status !== 'known') return false;
  return principal.type === 'user' || !allowsSessionTags(facts.callerEntity.value.trustPolicy);
}

/** Keys that the user passed, and those that the user says were missing. What was read takes precedence. */
function givenKeys(given: UserOptions): ContextKeys {
  const stated = Object.entries(given.context).map(([key, value]) => [key, contextValue(key, value)] as const);
  const missing = given.missing.map((key) => [key, MISSING] as const);
  const external = given.externalId === undefined ? [] : [['sts:ExternalId', singleValue(given.externalId)] as const];
  return Object.fromEntries([...external, ...stated, ...missing]);
}

/** Keys in AWS's own record of the denial, which takes precedence over everything else. */
function recordKeys(facts: Facts): ContextKeys {
  if (facts.record.status !== 'known') return {};
  return Object.fromEntries(
    Object.entries(facts.record.value.context).map(([key, values]) => [key, contextValue(key, values)]),
  );
}

function contextValue(key: string, value: string | readonly string[]): ContextKeys[string] {
  const values = typeof value === 'string' ? [value] : value;
  const [first = ''] = values;
  return isMultivalued(key) || values.length !== 1 ? multiValue(values) : singleValue(first);
}
