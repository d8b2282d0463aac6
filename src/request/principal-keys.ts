import type { Fact } from '../model/fact.ts';
import type { Entity, Facts, OrganizationPlace } from '../model/facts.ts';
import { type Gap, notGiven } from '../model/gap.ts';
import type { Principal } from '../model/principal.ts';
import type { ContextValue } from '../model/request.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { type ContextKeys, MISSING, multiValue, singleValue } from './request-context.ts';

/**
 * The condition keys that describe the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
 */
export function principalKeys(principal: Principal, facts: Facts): ContextKeys {
  switch (principal.type) {
    case 'user':
      return { ...accountKeys(principal, facts), ...userKeys(principal, facts) };
    case 'session':
    case 'role':
      return { ...accountKeys(principal, facts), ...sessionKeys(principal, facts) };
    case 'federated-user':
      return {
        ...accountKeys(principal, facts),
        'aws:PrincipalArn': singleValue(principal.arn ?? ''),
        'aws:PrincipalType': singleValue('FederatedUser'),
        'aws:userid': singleValue(`${principal.account ?? ''}:${principal.name}`),
        'aws:username': MISSING,
      };
    case 'root':
      return {
        ...accountKeys(principal, facts),
        'aws:PrincipalArn': singleValue(principal.arn ?? ''),
        'aws:PrincipalType': singleValue('Account'),
        'aws:userid': singleValue(principal.account ?? ''),
        'aws:username': MISSING,
      };
    case 'service':
      return {
        'aws:PrincipalIsAWSService': singleValue('true'),
        'aws:PrincipalServiceName': singleValue(principal.name),
        'aws:PrincipalArn': MISSING,
        'aws:PrincipalAccount': MISSING,
        'aws:PrincipalOrgID': MISSING,
        'aws:PrincipalOrgPaths': MISSING,
        'aws:username': MISSING,
      };
    case 'federated':
    case 'anonymous':
      return {
        // Which type AWS gives a federated caller who has no session yet is not documented.
        ...(principal.type === 'anonymous' ? { 'aws:PrincipalType': singleValue('Anonymous') } : {}),
        'aws:PrincipalIsAWSService': singleValue('false'),
        'aws:PrincipalArn': MISSING,
        'aws:PrincipalAccount': MISSING,
        'aws:PrincipalOrgID': MISSING,
        'aws:PrincipalOrgPaths': MISSING,
        'aws:username': MISSING,
      };
  }
}

function accountKeys(principal: Principal, facts: Facts): ContextKeys {
  return {
    'aws:PrincipalAccount': singleValue(principal.account ?? ''),
    'aws:PrincipalIsAWSService': singleValue('false'),
    'aws:PrincipalServiceName': MISSING,
    'aws:PrincipalServiceNamesList': MISSING,
    'aws:PrincipalOrgID': organizationKey(facts.callerOrganization, (place) => singleValue(place.organizationId)),
    'aws:PrincipalOrgPaths': organizationKey(facts.callerOrganization, organizationPath),
  };
}

/** A key about an account's organization: unknown while that is, missing for an account that is in none. */
export function organizationKey(
  place: Fact<OrganizationPlace>,
  read: (place: OrganizationPlace) => ContextValue,
): ContextValue {
  switch (place.status) {
    case 'known':
      return read(place.value);
    case 'absent':
      return MISSING;
    case 'unreadable':
      return unknown(place.gap);
  }
}

/** `o-…/r-…/ou-…/`: the path to the account's parent. */
export function organizationPath(place: OrganizationPlace): ContextValue {
  if (place.path.status === 'unreadable') return unknown(place.path.gap);
  if (place.path.status === 'absent') return MISSING;
  const ids = place.path.value.slice(0, -1).map((level) => level.id);
  return multiValue([`${[place.organizationId, ...ids].join('/')}/`]);
}

function userKeys(principal: Principal, facts: Facts): ContextKeys {
  const entity = facts.callerEntity;
  return {
    'aws:PrincipalArn': singleValue(principal.arn ?? ''),
    'aws:PrincipalType': singleValue('User'),
    'aws:username': singleValue(principal.name),
    'aws:userid': ownId(principal, facts) ?? entityKey(entity, (user) => userIdKey(user, '')),
    ...tagKeys(entity, () => true),
  };
}

/** sts:GetCallerIdentity shows the caller's id where the current credentials are the caller's. */
function ownId(principal: Principal, { currentIdentity }: Facts): ContextValue | undefined {
  const isYou = currentIdentity.status === 'known' && currentIdentity.value.arn === principal.arn;
  return isYou && principal.type !== 'role' ? singleValue(currentIdentity.value.userId) : undefined;
}

/**
 * Only for the current credentials is it known that a long-term key signs the request: then AWS sends no keys about MFA or a token. A session of the same
 * user has the same ARN, so that what the user says of the call comes before it.
 */
export function keyTypeKeys(principal: Principal, facts: Facts): ContextKeys {
  const current = facts.currentIdentity;
  if (
    principal.type !== 'user' ||
    current.status !== 'known' ||
    current.value.arn !== principal.arn ||
    current.value.keyType !== 'AKIA'
  )
    return {};
  return { 'aws:MultiFactorAuthPresent': MISSING, 'aws:MultiFactorAuthAge': MISSING, 'aws:TokenIssueTime': MISSING };
}

function sessionKeys(principal: Principal, facts: Facts): ContextKeys {
  const role = facts.callerEntity;
  const arn =
    principal.type === 'role' ? singleValue(principal.arn ?? '') : entityKey(role, (entity) => singleValue(entity.arn));
  const session = principal.sessionName;
  const gap = notGiven({ what: `the session’s tags`, toPass: { key: 'aws:PrincipalTag/<key>' } });
  return {
    'aws:PrincipalArn': arn,
    'aws:PrincipalType': singleValue('AssumedRole'),
    'aws:username': MISSING,
    'aws:userid':
      ownId(principal, facts) ??
      entityKey(role, (entity) => (session === null ? unknown(sessionNameGap()) : userIdKey(entity, `:${session}`))),
    ...tagKeys(role, (entity) => !allowsSessionTags(entity.trustPolicy), gap),
  };
}

function userIdKey({ uniqueId, name }: Entity, rest: string): ContextValue {
  if (uniqueId !== null) return singleValue(`${uniqueId}${rest}`);
  return unknown(notGiven({ what: `the unique id of ${name}`, toPass: null }));
}

function sessionNameGap(): Gap {
  return notGiven({ what: 'the name of the session', toPass: 'caller' });
}

function entityKey(entity: Fact<Entity>, read: (entity: Entity) => ContextValue): ContextValue {
  switch (entity.status) {
    case 'known':
      return read(entity.value);
    case 'absent':
      return unknown(notGiven({ what: `${entity.on}, which no longer exists`, toPass: null }));
    case 'unreadable':
      return unknown(entity.gap);
  }
}

/** Tags of a principal: known where its user or role was read, and no session tag can override them. */
function tagKeys(entity: Fact<Entity>, certain: (entity: Entity) => boolean, gap?: Gap): ContextKeys {
  if (entity.status !== 'known') return {};
  const tags = Object.entries(entity.value.tags);
  const value = (tag: string) => (certain(entity.value) || gap === undefined ? singleValue(tag) : unknown(gap));
  return Object.fromEntries(tags.map(([key, tag]) => [`aws:PrincipalTag/${key}`, value(tag)]));
}

/** A key that may be in the request; the gap says how to find out. */
export function unknown(gap: Gap): ContextValue {
  return { status: 'unknown', gap };
}

/**
 * Can a session of this role have tags of its own? They override the role's tags, so the role's are the session's only where its trust
 * policy lets nobody pass tags. True for everything that is not plainly "no".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function allowsSessionTags(trustPolicy: unknown): boolean {
  const { statements, unsupportedParts } = readPolicy(trustPolicy);
  return unsupportedParts.length > 0 || statements.some(mayTag);
}

function mayTag({ effect, action }: PolicyStatement): boolean {
  if (effect === 'Deny') return false;
  if (action === null || action.negated || !action.complete) return true;
  return action.entries.some(({ value }) => !TAGLESS.has(value.toLowerCase()));
}

/** Actions that pass no tags: even a SAML assertion or a web identity token can pass them only with sts:TagSession. */
const TAGLESS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:setcontext',
]);
