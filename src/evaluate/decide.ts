import { distinctGaps } from '../model/gap.ts';
import type { RequestPolicies } from '../model/policy.ts';
import type { AccessRequest } from '../model/request.ts';
import type { LayerVerdict, Verdict } from '../model/verdict.ts';
import { type Combined, combine } from './combine/combine.ts';
import { type CompiledRequest, compileRequest } from './compiled-request.ts';
import { layerGaps } from './gaps/layer-gaps.ts';
import { ruleGaps } from './gaps/rule-gaps.ts';
import type { LayerMatch } from './layers/layer-match.ts';
import { type LayerMatches, matchLayers } from './layers/layer-rules.ts';

/**
 * Decides one request as IAM does, three-valued: what is not known stays unknown, and learning more never overturns a definite answer.
 * Every layer is evaluated, none hidden by another; each open answer comes with the gaps that would settle it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: AccessRequest, policies: RequestPolicies): Verdict {
  const compiled = compileRequest(request, policies);
  const layers = matchLayers(compiled, policies);
  const combined = combine(compiled, layers);
  const verdict = (match: LayerMatch) => layerVerdict(match, layers, combined, compiled);
  return {
    allowed: combined.allowed,
    resourceLayer: compiled.resourceLayer,
    layers: {
      identity: verdict(layers.identity),
      boundary: verdict(layers.boundary),
      session: verdict(layers.session),
      scp: verdict(layers.scp),
      rcp: verdict(layers.rcp),
      endpoint: verdict(layers.endpoint),
      resource: verdict(layers.resource),
    },
    blockers: combined.blockers,
    suspects: combined.suspects,
  };
}

function layerVerdict(
  match: LayerMatch,
  layers: LayerMatches,
  combined: Combined,
  compiled: CompiledRequest,
): LayerVerdict {
  const { layer, status, allow, deny, levels, statements } = match;
  // Nothing can turn an answer that is yes whatever is unknown.
  const settled = combined.allowed === 'yes';
  const open = { allow: allow === 'unknown' || hidesGrant(match, layers, combined), deny: deny === 'unknown' };
  const gaps = settled
    ? []
    : distinctGaps([...layerGaps(match, open, compiled), ...ruleGaps(match, layers, combined, compiled)]);
  return { layer, status, allow, deny, levels, statements, gaps };
}

/** A resource's policy that allows may still do more than we know: it may name the caller in a way that waives other layers. */
function hidesGrant({ layer, grants }: LayerMatch, layers: LayerMatches, { allowed }: Combined): boolean {
  if ((layer !== 'resource' && layer !== 'trust') || allowed !== 'unknown') return false;
  const open = [grants.direct, grants.everyone, grants.role].includes('unknown');
  return open && [layers.identity, layers.boundary, layers.session].some(({ allow }) => allow !== 'yes');
}
