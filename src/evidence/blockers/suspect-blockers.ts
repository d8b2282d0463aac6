import type { Blocker } from '../../model/blocker.ts';
import type { EvaluatedCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { LayerVerdict } from '../../model/verdict.ts';
import { hidesPolicies, isOpenAllow } from './named-blockers.ts';
import { layersOf, layerVerdict } from './verdict-layers.ts';

/**
 * What may block, with certainty `likely`, if nothing is certain to block although AWS denied the request: a layer without an Allow,
 * which something unseen could make unnecessary; and statements that depend on a condition key whose value is not known.
 */
export function suspectBlockers(denialCase: EvaluatedCase, found: readonly Blocker[]): readonly Blocker[] {
  const { verdict, denial } = denialCase;
  if (verdict === null || verdict.allowed === 'yes') return [];
  const layers = layersOf(verdict).filter((layer) => verdict.suspects.includes(layer) && !lacksAllow(found, layer));
  const silent = layers.flatMap((layer) => silentLayer(layer, layerVerdict(verdict, layer)));
  if (denial === null || found.length > 0) return silent;
  return [...silent, ...layers.flatMap((layer) => openStatements(layer, layerVerdict(verdict, layer)))];
}

/** A Deny in a layer does not rule out that an Allow is missing in it as well. */
function lacksAllow(found: readonly Blocker[], layer: Layer): boolean {
  return found.some((blocker) => blocker.layer === layer && blocker.kind === 'missing-allow');
}

function silentLayer(layer: Layer, { allow, status }: LayerVerdict): readonly Blocker[] {
  if (allow !== 'no' || status !== 'known') return [];
  return [{ kind: 'missing-allow', layer, level: null, statement: null, certainty: 'likely' }];
}

function openStatements(layer: Layer, found: LayerVerdict): readonly Blocker[] {
  if (hidesPolicies(found)) return [];
  const denies = found.statements
    .filter(
      ({ effect, match, elements }) => effect === 'Deny' && match === 'unknown' && elements.condition === 'unknown',
    )
    .map(
      (statement): Blocker => ({
        kind: 'explicit-deny',
        layer,
        level: statement.level,
        statement,
        certainty: 'likely',
      }),
    );
  const open = found.allow === 'unknown' && found.statements.some(isOpenAllow);
  const allow: Blocker = { kind: 'missing-allow', layer, level: null, statement: null, certainty: 'likely' };
  return open ? [...denies, allow] : denies;
}
