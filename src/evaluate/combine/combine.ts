import type { Layer } from '../../model/layer.ts';
import { all, and, not, or, type Tri } from '../../model/tri.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import type { LayerMatch } from '../layers/layer-match.ts';
import type { LayerMatches } from '../layers/layer-rules.ts';
import { needsNoPermission } from '../operations.ts';
import { isRefusedByRule } from '../refused-by-rule.ts';
import { crossesAccounts } from '../sides.ts';
import { type AllowRule, allowRule } from './allow-rule.ts';

/** The layers put together. */
export interface Combined extends Pick<Verdict, 'allowed' | 'blockers' | 'suspects'> {
  readonly rule: AllowRule;
}

/**
 * Is the request allowed? An explicit deny anywhere decides; guardrails must allow; identity side and resource side as the rule of the
 * request says. A layer blocks that denies, or that lacks an Allow which is needed with the other layers as they are.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function combine(compiled: CompiledRequest, layers: LayerMatches): Combined {
  const rule = allowRule(compiled, layers);
  const refused = isRefusedByRule(compiled, crossesAccounts(compiled));
  const isFree = needsNoPermission(compiled);
  if (isFree === 'yes') return { allowed: not(refused), blockers: [], suspects: [], rule };
  const free = refused === 'no' ? isFree : 'no';
  const parts = Object.values(layers) as readonly LayerMatch[]; // the values of an interface that has no other ones
  let denied: Tri = 'no';
  const guardrails = all([layers.scp.allow, layers.rcp.allow, layers.endpoint.allow]);
  const blockers: Layer[] = [];
  const suspects: Layer[] = [];
  for (const match of parts) {
    denied = or(denied, match.deny);
    const blocks = blocksBy(match, rule, free);
    if (blocks === 'yes') blockers.push(match.layer);
    if (blocks === 'unknown') suspects.push(match.layer);
  }
  const permitted = all([not(denied), guardrails, rule.allow, not(refused)]);
  const allowed = free === 'unknown' && permitted !== 'yes' ? maybe(blockers) : permitted;
  return { allowed, blockers, suspects, rule };
}

/** Where it may be that no permission is needed: only what denies for certain decides. */
function maybe(blockers: readonly Layer[]): Tri {
  return blockers.length > 0 ? 'no' : 'unknown';
}

/** Does the layer block? Either answer of it is enough. `free`: is no permission needed? Then an Allow is needed less than ever. */
function blocksBy(match: LayerMatch, { needs }: AllowRule, free: Tri): Tri {
  if (match.deny === 'yes') return 'yes';
  const part = match.layer === 'trust' ? 'resource' : match.layer;
  const lacks = and(and(not(match.allow), needs[part]), not(free));
  return lacks === 'no' ? match.deny : lacks;
}
