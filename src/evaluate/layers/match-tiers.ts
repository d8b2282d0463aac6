import type { Layer } from '../../model/layer.ts';
import type { LayerFact, Tier } from '../../model/policy.ts';
import { or, type Tri } from '../../model/tri.ts';
import type { StatementFinding, TierVerdict } from '../../model/verdict.ts';
import type { Asked } from '../asked.ts';
import { compilePolicy } from '../statements/compile-policy.ts';
import { type Grants, grantsOf, NO_GRANTS, orGrants, UNKNOWN_GRANTS } from '../statements/grants.ts';
import { matchStatement } from '../statements/match-statement.ts';
import { absentLayer, type LayerMatch, unreadableLayer } from './layer-match.ts';

/** How the answers of the tiers make up the layer's. */
type Union = (tiers: readonly TierVerdict[]) => { readonly allow: Tri; readonly deny: Tri };

/** Matches every statement of a layer, each place of attachment by itself, and puts the places together. */
export function matchTiers(layer: Layer, fact: LayerFact, asked: Asked, union: Union): LayerMatch {
  if (fact.status === 'absent') return absentLayer(layer, fact);
  if (fact.status === 'unreadable') return unreadableLayer(layer, fact);
  const statements: StatementFinding[] = [];
  const tiers: TierVerdict[] = [];
  let grants = NO_GRANTS;
  for (const [index, tier] of fact.value.entries()) {
    const matched = matchTier(layer, tier, index, asked, statements);
    tiers.push(matched.verdict);
    if (matched.grants !== NO_GRANTS) grants = orGrants(grants, matched.grants);
  }
  return { layer, status: 'known', ...union(tiers), tiers, statements, grants, fact, applies: 'yes' };
}

/**
 * One place of attachment. Within it policies add up. What cannot be read lifts "no" to "unknown", and hides nothing else.
 * Puts what it finds behind `statements`.
 */
function matchTier(
  layer: Layer,
  tier: Tier,
  index: number,
  asked: Asked,
  statements: StatementFinding[],
): { readonly verdict: TierVerdict; readonly grants: Grants } {
  const grantsCount = layer === 'trust' || layer === 'resource';
  const hidden = tier.gaps.length > 0;
  let allow: Tri = hidden ? 'unknown' : 'no';
  let deny: Tri = allow;
  let grants = hidden ? UNKNOWN_GRANTS : NO_GRANTS;
  for (const { ref, document } of tier.policies) {
    const policy = document.status === 'known' ? compilePolicy(document.value) : undefined;
    if (policy === undefined || policy.oddities.length > 0) {
      allow = or(allow, 'unknown');
      deny = or(deny, 'unknown');
      grants = orGrants(grants, UNKNOWN_GRANTS);
    }
    for (const statement of policy?.statements ?? []) {
      const finding = matchStatement(statement, { layer, tier: index, policy: ref }, asked);
      statements.push(finding);
      if (finding.effect === 'Deny') {
        deny = or(deny, finding.match);
      } else {
        allow = or(allow, finding.match);
        if (grantsCount) grants = orGrants(grants, grantsOf(statement, finding, asked.caller));
      }
    }
  }
  return { verdict: { tier, allow, deny }, grants };
}
