import type { Layer } from '../../model/layer.ts';
import type { LayerFact, Level } from '../../model/policy.ts';
import { or, type Tri } from '../../model/tri.ts';
import type { LevelVerdict, StatementFinding } from '../../model/verdict.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { type Grants, grantsOf, NO_GRANTS, orGrants, UNKNOWN_GRANTS } from '../statements/grants.ts';
import { matchStatement } from '../statements/match-statement.ts';
import { type CompiledLevel, compileLevel } from './compiled-level.ts';
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
  for (const level of fact.value) {
    const matched = matchLevel(compileLevel(layer, level, levels.length), level, compiled, statements);
    levels.push(matched.verdict);
    if (matched.grants !== NO_GRANTS) grants = orGrants(grants, matched.grants);
  }
  const { allow, deny } = union(levels);
  return { layer, status: 'known', allow, deny, levels, statements, grants, fact, applies: 'yes' };
}

/**
 * One place of attachment. Within it policies add up. What cannot be read lifts "no" to "unknown", and hides nothing else.
 * Puts what it finds behind `statements`.
 */
function matchLevel(
  { layer, statements, matchActions, hidesStatements }: CompiledLevel,
  level: Level,
  compiled: CompiledRequest,
  found: StatementFinding[],
): { readonly verdict: LevelVerdict; readonly grants: Grants } {
  const grantsCount = layer === 'trust' || layer === 'resource';
  let allow: Tri = hidesStatements ? 'unknown' : 'no';
  let deny: Tri = allow;
  let grants = hidesStatements ? UNKNOWN_GRANTS : NO_GRANTS;
  const actions = matchActions(compiled.action);
  let index = 0;
  for (const placed of statements) {
    const finding = matchStatement(placed, actions[index] ?? 'unknown', compiled);
    index += 1;
    found.push(finding);
    if (finding.match === 'no') continue;
    if (finding.effect === 'Deny') {
      deny = or(deny, finding.match);
    } else {
      allow = or(allow, finding.match);
      if (grantsCount) grants = orGrants(grants, grantsOf(placed.statement, finding, compiled.caller));
    }
  }
  return { verdict: { level, allow, deny }, grants };
}
