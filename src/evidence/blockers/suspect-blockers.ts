import type { Case } from '../../model/case.ts';
import type { Layer } from '../../model/layer.ts';
import type { LayerVerdict } from '../../model/verdict.ts';
import type { Blockage } from '../../causes/cause.ts';
import { hidesPolicies, isOpenAllow } from './named-blockers.ts';
import { layersOf, layerVerdict } from './verdict-layers.ts';

/**
 * Where nothing certainly blocks although AWS denied: what may, rung `likely`. A layer without any Allow that something unseen
 * could make up for; and statements that hang on a condition key which we do not know.
 */
export function suspectBlockages(subject: Case, found: readonly Blockage[]): readonly Blockage[] {
  const { verdict, denial } = subject;
  if (verdict === null || verdict.allowed === 'yes') return [];
  const layers = layersOf(verdict).filter((layer) => verdict.suspects.includes(layer) && !lacksAllow(found, layer));
  const silent = layers.flatMap((layer) => silentLayer(layer, layerVerdict(verdict, layer)));
  if (denial === null || found.length > 0) return silent;
  return [...silent, ...layers.flatMap((layer) => openStatements(layer, layerVerdict(verdict, layer)))];
}

/** A Deny that AWS means, or that is found, hides no missing Allow of the same layer. */
function lacksAllow(found: readonly Blockage[], layer: Layer): boolean {
  return found.some((blockage) => blockage.layer === layer && blockage.kind === 'missing-allow');
}

function silentLayer(layer: Layer, { allow, status }: LayerVerdict): readonly Blockage[] {
  if (allow !== 'no' || status !== 'known') return [];
  return [{ kind: 'missing-allow', layer, level: null, statement: null, rung: 'likely' }];
}

function openStatements(layer: Layer, found: LayerVerdict): readonly Blockage[] {
  if (hidesPolicies(found)) return [];
  const denies = found.statements
    .filter(
      ({ effect, match, elements }) => effect === 'Deny' && match === 'unknown' && elements.condition === 'unknown',
    )
    .map(
      (statement): Blockage => ({ kind: 'explicit-deny', layer, level: statement.level, statement, rung: 'likely' }),
    );
  const open = found.allow === 'unknown' && found.statements.some(isOpenAllow);
  const allow: Blockage = { kind: 'missing-allow', layer, level: null, statement: null, rung: 'likely' };
  return open ? [...denies, allow] : denies;
}
