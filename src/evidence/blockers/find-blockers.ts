import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Verdict } from '../../model/verdict.ts';
import { namedReason } from '../aws-words/stated-reason.ts';
import { namedBlockers } from './named-blockers.ts';
import { needsAllow } from './needs-allow.ts';
import { roleIsMissing } from './role-is-missing.ts';
import { suspectBlockers } from './suspect-blockers.ts';
import { certaintyOf, layersOf, layerVerdict, missingAllows } from './verdict-layers.ts';

/**
 * Everything that blocks the request: one for each statement that certainly denies, one for a missing Allow in a layer (for SCPs
 * in a level), one for a layer that AWS names and in which nothing was found. And what may block besides, if something unseen turns
 * out badly.
 */
export function findBlockers(denialCase: DenialCase): readonly Blocker[] {
  if (denialCase.denial?.kind === 'credentials') return [];
  const { verdict } = denialCase;
  const certain = verdict === null ? [] : layersOf(verdict).flatMap((layer) => blockersIn(layer, verdict, denialCase));
  const missing =
    roleIsMissing(denialCase) && !certain.some(({ layer }) => layer === 'trust') ? [silentTrust(denialCase)] : [];
  const found = [...certain, ...missing];
  const named = namedBlockers(denialCase, found);
  const all = [...found, ...named];
  return [...all, ...suspectBlockers(denialCase, all)];
}

function blockersIn(layer: Layer, verdict: Verdict, denialCase: DenialCase): readonly Blocker[] {
  if (!verdict.blockers.includes(layer)) return [];
  const found = layerVerdict(verdict, layer);
  const certainty = certaintyOf(denialCase, layer);
  const denies = found.statements
    .filter(({ effect, match }) => effect === 'Deny' && match === 'yes')
    .map((statement): Blocker => ({ kind: 'explicit-deny', layer, level: statement.level, statement, certainty }));
  const lacks = needsAllow(layer, denialCase, verdict);
  if (lacks === 'no') return denies;
  const isCertain = lacks === 'yes' || (certainty === 'aws' && namedReason(denialCase)?.effect === 'implicit');
  return [...denies, ...missingAllows(layer, found, isCertain ? certainty : 'likely')];
}

function silentTrust(denialCase: DenialCase): Blocker {
  return {
    kind: 'missing-allow',
    layer: 'trust',
    level: null,
    statement: null,
    certainty: certaintyOf(denialCase, 'trust'),
  };
}
