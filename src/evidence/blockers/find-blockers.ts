import type { Case } from '../../model/case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Verdict } from '../../model/verdict.ts';
import { namedReason } from '../aws-words/stated-reason.ts';
import type { Blockage } from '../../causes/cause.ts';
import { namedBlockages } from './named-blockers.ts';
import { needsAllow } from './needs-allow.ts';
import { roleIsMissing } from './role-is-missing.ts';
import { suspectBlockages } from './suspect-blockers.ts';
import { layersOf, layerVerdict, missingAllows, rungOf } from './verdict-layers.ts';

/**
 * Everything that blocks the request: one for each statement that certainly denies, one for a missing Allow in a layer (for SCPs
 * in a level), one for a layer that AWS names and in which nothing was found. And what may block besides, if something unseen turns
 * out badly.
 */
export function findBlockages(subject: Case): readonly Blockage[] {
  if (subject.denial?.kind === 'credentials') return [];
  const { verdict } = subject;
  const certain = verdict === null ? [] : layersOf(verdict).flatMap((layer) => blockagesIn(layer, verdict, subject));
  const missing =
    roleIsMissing(subject) && !certain.some(({ layer }) => layer === 'trust') ? [silentTrust(subject)] : [];
  const found = [...certain, ...missing];
  const named = namedBlockages(subject, found);
  const all = [...found, ...named];
  return [...all, ...suspectBlockages(subject, all)];
}

function blockagesIn(layer: Layer, verdict: Verdict, subject: Case): readonly Blockage[] {
  if (!verdict.blockers.includes(layer)) return [];
  const found = layerVerdict(verdict, layer);
  const rung = rungOf(subject, layer);
  const denies = found.statements
    .filter(({ effect, match }) => effect === 'Deny' && match === 'yes')
    .map((statement): Blockage => ({ kind: 'explicit-deny', layer, level: statement.level, statement, rung }));
  const lacks = needsAllow(layer, subject, verdict);
  if (lacks === 'no') return denies;
  const isCertain = lacks === 'yes' || (rung === 'aws' && namedReason(subject)?.effect === 'implicit');
  return [...denies, ...missingAllows(layer, found, isCertain ? rung : 'likely')];
}

function silentTrust(subject: Case): Blockage {
  return { kind: 'missing-allow', layer: 'trust', level: null, statement: null, rung: rungOf(subject, 'trust') };
}
