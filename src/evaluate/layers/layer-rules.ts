import { isPassRole } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import type { LayerFact, RequestPolicies } from '../../model/policy.ts';
import { and, not, or, type Tri } from '../../model/tri.ts';
import type { LevelVerdict } from '../../model/verdict.ts';
import { needsCustomerKey, rcpsApply } from '../../reference/services/rcp-services.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { isServiceLinked } from '../elements/service-linked.ts';
import { isRetireGrant, isRootsBucketPolicy, isThroughAccessPoint } from '../operations.ts';
import { crossesAccounts, hasIdentitySide, isMember, resourceMustAllow } from '../sides.ts';
import { absentLayer, doubted, halfSeen, type LayerMatch } from './layer-match.ts';
import { matchLevels } from './match-levels.ts';

/** What every layer says by itself. `resource` is the trust policy where the request is about assuming a role. */
export interface LayerMatches {
  readonly identity: LayerMatch;
  readonly boundary: LayerMatch;
  readonly session: LayerMatch;
  readonly scp: LayerMatch;
  readonly rcp: LayerMatch;
  readonly resource: LayerMatch;
  readonly endpoint: LayerMatch;
}

/** Matches all layers; none is left out because another one decides already. */
export function matchLayers(compiled: CompiledRequest, policies: RequestPolicies): LayerMatches {
  return {
    identity: matchIdentity(compiled, policies.identity),
    boundary: matchBoundary(compiled, policies.boundary),
    session: matchSession(compiled, policies.session),
    scp: matchScps(compiled, policies.scp),
    rcp: matchRcps(compiled, policies.rcp),
    resource: matchResourcePolicy(compiled, policies.resource),
    endpoint: matchLevels('endpoint', policies.endpoint, compiled, anyLevel),
  };
}

/**
 * The policies of a user and of its groups, or of a role, add up. Only users, roles and federated users have any.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
function matchIdentity(compiled: CompiledRequest, fact: LayerFact): LayerMatch {
  if (!hasIdentitySide(compiled)) return absentLayer('identity', fact);
  const match = matchLevels('identity', fact, compiled, anyLevel);
  return match.status === 'absent' ? { ...match, allow: 'no' } : match;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
function matchBoundary(compiled: CompiledRequest, fact: LayerFact): LayerMatch {
  return hasIdentitySide(compiled) ? matchLevels('boundary', fact, compiled, anyLevel) : absentLayer('boundary', fact);
}

/**
 * The policies that a session was made with add up, and limit it. A federated user who was given none has no permissions at all.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
 */
function matchSession(compiled: CompiledRequest, fact: LayerFact): LayerMatch {
  const { type } = compiled.caller;
  if (type !== 'session' && type !== 'role' && type !== 'federated-user') return absentLayer('session', fact);
  const match = matchLevels('session', fact, compiled, anyLevel);
  return match.status === 'absent' && type === 'federated-user' ? { ...match, allow: 'no' } : match;
}

/**
 * Every level from the root to the account needs an Allow of its own. Only principals of member accounts are limited, and no
 * service-linked roles.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function matchScps(compiled: CompiledRequest, fact: LayerFact): LayerMatch {
  if (!isMember(compiled)) return absentLayer('scp', fact);
  return unless(isServiceLinked(compiled.caller), matchLevels('scp', fact, compiled, everyLevel));
}

/**
 * RCPFullAWSAccess is on every level and cannot be detached: RCPs only deny. They protect the resources of some services, and do not
 * limit service-linked roles.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
function matchRcps(compiled: CompiledRequest, fact: LayerFact): LayerMatch {
  const applies = isPassRole(compiled.action) ? 'no' : protects(compiled);
  if (applies === 'no') return absentLayer('rcp', fact);
  const match: LayerMatch = { ...matchLevels('rcp', fact, compiled, anyLevel), allow: 'yes' };
  return unless(isServiceLinked(compiled.caller), applies === 'unknown' ? doubted(match) : match);
}

/**
 * Which keys of KMS are AWS's own, their ARNs do not tell. But only a customer's key can be opened to another account, and what AWS refuses
 * on its own keys anyway, an RCP denies for either kind.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function protects(compiled: CompiledRequest): Tri {
  const { action, resource, context } = compiled.request;
  const applies = rcpsApply(action, resource);
  const isKey =
    compiled.action.startsWith('kms:') && resource !== null && parseArn(resource)?.resource.startsWith('key/');
  if (applies !== 'unknown' || isKey !== true) return applies;
  const isDirect = context.get('kms:ViaService').status === 'missing';
  return crossesAccounts(compiled) === 'yes' || needsCustomerKey(action, isDirect) ? 'yes' : 'unknown';
}

/**
 * The resource's own policy. Where it must allow the request, having no policy is the same as having one that does not mention it.
 * iam:PassRole is decided without the trust policy of the role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function matchResourcePolicy(compiled: CompiledRequest, fact: LayerFact): LayerMatch {
  const layer = compiled.resourceLayer;
  if (isPassRole(compiled.action) || isRetireGrant(compiled.action)) return absentLayer(layer, fact);
  const match = withDefault(compiled, matchLevels(layer, fact, compiled, anyLevel));
  // Both the access point and the bucket must permit a request, and across accounts only their policies can.
  if (isThroughAccessPoint(compiled)) return halfSeen(match, crossesAccounts(compiled));
  return isRootsBucketPolicy(compiled.request) ? unless(not(crossesAccounts(compiled)), match) : match;
}

/** What a resource without a policy allows. */
function withDefault(compiled: CompiledRequest, match: LayerMatch): LayerMatch {
  if (match.status !== 'absent') return match;
  return isOpenByDefault(compiled)
    ? { ...match, allow: 'yes', grants: { ...match.grants, everyone: 'yes' } }
    : { ...match, allow: not(resourceMustAllow(compiled)) };
}

/** A file system without a policy lets in every client. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function isOpenByDefault({ action }: CompiledRequest): boolean {
  return action.startsWith('elasticfilesystem:client');
}

function unless(exempt: Tri, match: LayerMatch): LayerMatch {
  switch (exempt) {
    case 'yes':
      return absentLayer(match.layer, match.fact);
    case 'unknown':
      return doubted(match);
    case 'no':
      return match;
  }
}

function anyLevel(levels: readonly LevelVerdict[]): { readonly allow: Tri; readonly deny: Tri } {
  let [allow, deny]: [Tri, Tri] = ['no', 'no'];
  for (const level of levels) {
    allow = or(allow, level.allow);
    deny = or(deny, level.deny);
  }
  return { allow, deny };
}

function everyLevel(levels: readonly LevelVerdict[]): { readonly allow: Tri; readonly deny: Tri } {
  let [allow, deny]: [Tri, Tri] = ['yes', 'no'];
  for (const level of levels) {
    allow = and(allow, level.allow);
    deny = or(deny, level.deny);
  }
  return { allow, deny };
}
