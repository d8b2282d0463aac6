import type { Layer } from '../../model/layer.ts';
import type { LayerFact, Level } from '../../model/policy.ts';
import { or, type Tri } from '../../model/tri.ts';
import type { LevelVerdict, StatementFinding } from '../../model/verdict.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { compilePolicy } from '../statements/compile-policy.ts';
import { type Grants, grantsOf, NO_GRANTS, orGrants, UNKNOWN_GRANTS } from '../statements/grants.ts';
import { matchStatement } from '../statements/match-statement.ts';
import { absentLayer, type LayerMatch, unreadableLayer } from './layer-match.ts';

/** How the answers of the levels make up the layer's. */
type Union = (levels: readonly LevelVerdict[]) => { readonly allow: Tri; readonly deny: Tri };

/** Matches every statement of a layer, each place of attachment by itself, and puts the places together. */
export function matchLevels(layer: Layer, fact: LayerFact, compiled: CompiledRequest, union: Union): LayerMatch {
  if (fact.status === 'absent') return absentLayer(layer, fact);
  if (fact.status === 'unreadable') return unreadableLayer(layer, fact);
  const statements: StatementFinding[] = [];
  const levels: LevelVerdict[] = [];
  let grants = NO_GRANTS;
  for (const [index, level] of fact.value.entries()) {
    const matched = matchLevel(layer, level, index, compiled, statements);
    levels.push(matched.verdict);
    if (matched.grants !== NO_GRANTS) grants = orGrants(grants, matched.grants);
  }
  return { layer, status: 'known', ...union(levels), levels, statements, grants, fact, applies: 'yes' };
}

/**
 * One place of attachment. Within it policies add up. What cannot be read lifts "no" to "unknown", and hides nothing else.
 * Puts what it finds behind `statements`.
 */
function matchLevel(
  layer: Layer,
  level: Level,
  index: number,
  compiled: CompiledRequest,
  statements: StatementFinding[],
): { readonly verdict: LevelVerdict; readonly grants: Grants } {
  const grantsCount = layer === 'trust' || layer === 'resource';
  const hidden = level.gaps.length > 0;
  let allow: Tri = hidden ? 'unknown' : 'no';
  let deny: Tri = allow;
  let grants = hidden ? UNKNOWN_GRANTS : NO_GRANTS;
  for (const { ref, document } of level.policies) {
    const policy = document.status === 'known' ? compilePolicy(document.value) : undefined;
    if (policy === undefined || policy.unsupportedParts.length > 0) {
      allow = or(allow, 'unknown');
      deny = or(deny, 'unknown');
      grants = orGrants(grants, UNKNOWN_GRANTS);
    }
    for (const statement of policy?.statements ?? []) {
      const finding = matchStatement(statement, { layer, level: index, policy: ref }, compiled);
      statements.push(finding);
      if (finding.effect === 'Deny') {
        deny = or(deny, finding.match);
      } else {
        allow = or(allow, finding.match);
        if (grantsCount) grants = orGrants(grants, grantsOf(statement, finding, compiled.caller));
      }
    }
  }
  return { verdict: { level, allow, deny }, grants };
}
