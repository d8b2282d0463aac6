import { isPassRole } from '../../model/actions.ts';
import { type Gap, notGiven, unsupported } from '../../model/gap.ts';
import { ownerGap } from '../../model/owner-gap.ts';
import type { AccessRequest } from '../../model/request.ts';
import type { Combined } from '../combine/combine.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { isServiceLinked } from '../elements/service-linked.ts';
import type { LayerMatch } from '../layers/layer-match.ts';
import type { LayerMatches } from '../layers/layer-rules.ts';
import { isAssumeRoot, isThroughAccessPoint, mustBeAllowedByResource, needsNoPermission } from '../operations.ts';
import { isForDelegatedAdministrator, isRefusedByRule } from '../refused-by-rule.ts';
import { crossesAccounts, isMember } from '../sides.ts';

/** What leaves the rules themselves open: whether a layer takes part, and which rule puts it together with the others. */
export function ruleGaps(
  match: LayerMatch,
  layers: LayerMatches,
  combined: Combined,
  compiled: CompiledRequest,
): readonly Gap[] {
  return [...participationGaps(match, compiled), ...combinationGaps(match, layers, combined, compiled)];
}

function participationGaps({ applies, layer, deny, allow }: LayerMatch, compiled: CompiledRequest): readonly Gap[] {
  if (applies !== 'unknown' || (deny !== 'unknown' && allow !== 'unknown')) return [];
  const { caller, request } = compiled;
  if (isServiceLinked(caller) !== 'unknown')
    return [unsupported(`whether resource control policies protect ${protectedWords(request.resource)}`, layer)];
  const key = request.context.get('aws:PrincipalArn');
  if (key.status === 'unknown') return [key.gap];
  const what = `whether ${caller.name} is a service-linked role`;
  return [notGiven({ what, layer, toPass: { key: 'aws:PrincipalArn' } })];
}

/** What a request without a single resource is about has no name. */
function protectedWords(resource: string | null): string {
  return resource === null ? 'the resource' : resource === '*' ? 'what the action is about' : resource;
}

function combinationGaps(
  { layer, allow }: LayerMatch,
  layers: LayerMatches,
  { suspects }: Combined,
  compiled: CompiledRequest,
): readonly Gap[] {
  const { grants } = layers.resource;
  const crosses = crossesAccounts(compiled);
  const suspected = suspects.includes(layer) && allow === 'no' && crosses === 'no';
  switch (layer) {
    case 'resource':
    case 'trust':
      return resourceGaps(compiled, layer);
    case 'boundary': {
      const contradicted = layers.resource.layer === 'trust' && (grants.direct === 'yes' || grants.everyone === 'yes');
      const what = 'whether a permissions boundary limits a user whom the trust policy names (AWS’s pages disagree)';
      return suspected && contradicted ? [unsupported(what, layer)] : [];
    }
    case 'session': {
      const what = 'whether a session policy limits what a resource policy allows everyone';
      return suspected && grants.everyone === 'yes' ? [unsupported(what, layer)] : [];
    }
    case 'identity': {
      const refused = isRefusedByRule(compiled, crosses) === 'unknown';
      if (!refused) return [];
      if (isPassRole(compiled.action))
        return [notGiven({ what: 'the ARN of the role to pass', layer, toPass: 'resource' })];
      if (isForDelegatedAdministrator(compiled.request)) return [{ ...delegationGap(compiled.request), layer }];
      if (isAssumeRoot(compiled.action))
        return [unsupported('whether the organization gives this account root access to its member accounts', layer)];
      return [unsupported('whether a federated user calls IAM in the console', layer)];
    }
    case 'scp':
    case 'rcp':
    case 'endpoint':
      return [];
  }
}

/** Whether AWS Organizations takes the call from the account of the caller. */
export function delegationGap({ principal }: Pick<AccessRequest, 'principal'>): Gap {
  const account = principal.account ?? 'the account of the caller';
  const what = `whether ${account} is the management account or a delegated administrator of its organization (AWS refuses the call from any other member account)`;
  const shownBy = 'aws organizations list-delegated-administrators';
  return { ...notGiven({ what, toPass: null, who: 'organization-admin' }), shownBy };
}

function resourceGaps(compiled: CompiledRequest, layer: LayerMatch['layer']): readonly Gap[] {
  const gaps: Gap[] = [];
  if (isThroughAccessPoint(compiled))
    gaps.push(unsupported('what the policy of the bucket behind the access point says', layer));
  if (!isMember(compiled) || isPassRole(compiled.action)) return gaps;
  if (needsNoPermission(compiled) === 'unknown')
    gaps.push(unsupported('whether the grant names the caller (who may then retire it without a permission)', layer));
  if (crossesAccounts(compiled) === 'unknown') gaps.push(ownerGap(compiled.request.resource, layer));
  if (mustBeAllowedByResource(compiled) === 'unknown') gaps.push(missingResourceGap(compiled, layer));
  return gaps;
}

/** An option fills in what is left out, and overrides nothing. */
function missingResourceGap({ request: { resource } }: CompiledRequest, layer: LayerMatch['layer']): Gap {
  return resource === null
    ? notGiven({ what: 'which resource the request is about', layer, toPass: 'resource' })
    : notGiven({ what: `which key ${resource} stands for (aws kms describe-key shows its ARN)`, layer, toPass: null });
}
