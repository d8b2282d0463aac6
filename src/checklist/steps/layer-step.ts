import type { FoundCause } from '../../causes/cause.ts';
import { whatWasSeen } from '../../causes/fallbacks/named-by-aws.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { layersOf, layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { allowsIn, searchedEvidence } from '../../evidence/searched-evidence.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type Gap, unsupported } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { type NonEmpty, nonEmpty } from '../../model/non-empty.ts';
import type { LayerVerdict, Verdict } from '../../model/verdict.ts';
import { absentStep } from './absent-step.ts';
import { layerSummary } from './layer-summary.ts';
import { failTitle, passTitle, unneededTitle } from './layer-titles.ts';
import { failedStep, passedStep, skippedStep, unknownStep } from './make-step.ts';
import { openEvidence } from './open-evidence.ts';
import { unknownTitle } from './unknown-title.ts';

/**
 * What one layer says about the request. It fails where it certainly blocks (by the evaluator, or by AWS's own word), is unknown
 * where it blocks if something unseen turns out badly, and is no obstacle otherwise.
 */
export function layerStep(layer: Layer, verdict: Verdict, denialCase: DenialCase, causes: readonly FoundCause[]): Step {
  if (layer === 'trust' && roleIsMissing(denialCase))
    return skippedStep({ id: layer, title: passTitle(layer, 'absent'), summary: 'there is none without the role' });
  const found = layerVerdict(verdict, layer);
  const blocks = verdict.blockers.includes(layer);
  const certain = causes.filter(({ certainty }) => blocks || certainty === 'aws' || certainty === 'evaluated');
  if (blocks || certain.length > 0) return blocking(layer, found, denialCase, certain);
  if (verdict.suspects.includes(layer) || found.deny === 'unknown') {
    const gaps = gapsOf(layer, found, verdict);
    return unknownStep(
      { id: layer, title: unknownTitle(layer, verdict, denialCase) },
      gaps,
      openEvidence(found, denialCase),
    );
  }
  if (found.status === 'absent') return absentStep(layer, denialCase);
  if (found.allow === 'yes') return passing(layer, found, denialCase);
  return skippedStep(
    { id: layer, title: unneededTitle(layer), summary: unneededSummary(layer, verdict) },
    [],
    found.gaps,
  );
}

function blocking(layer: Layer, found: LayerVerdict, denialCase: DenialCase, causes: readonly FoundCause[]): Step {
  const evidence = nonEmpty(causes.flatMap((cause) => cause.evidence)) ?? [searched(layer, found)];
  const [first] = causes;
  const isOnlySaid = first?.blocker?.kind === 'named-by-aws';
  const standsIn = denialCase.facts.principalFrom === 'current-identity' && layer !== 'rcp';
  const readForYou = standsIn ? 'as read for you, who stand in for the caller' : '';
  return failedStep(
    {
      id: layer,
      title: failTitle(layer, causes, found),
      summary: isOnlySaid ? whatWasSeen(layer, denialCase) : readForYou,
    },
    strongest(causes),
    evidence,
    found.gaps,
  );
}

function passing(layer: Layer, found: LayerVerdict, denialCase: DenialCase): Step {
  const { summary, evidence } = layerSummary(layer, found, denialCase);
  const rung = denialCase.facts.principalFrom === 'current-identity' ? 'likely' : 'evaluated';
  return passedStep({ id: layer, title: passTitle(layer), summary }, rung, evidence, found.gaps);
}

const STRENGTH = ['aws', 'evaluated', 'likely', 'unknown'] as const satisfies readonly Certainty[];

function strongest(causes: readonly FoundCause[]): Certainty {
  return STRENGTH.find((rung) => causes.some((cause) => cause.certainty === rung)) ?? 'evaluated';
}

function searched(layer: Layer, found: LayerVerdict): Evidence {
  return searchedEvidence(LAYER_WORDS[layer].policies, allowsIn(found));
}

/** What would settle it may lie in another layer: a resource's policy makes an identity policy unnecessary. */
function gapsOf(layer: Layer, found: LayerVerdict, verdict: Verdict): NonEmpty<Gap> {
  const others = layersOf(verdict).flatMap((other) => layerVerdict(verdict, other).gaps);
  const { policies, isPlural } = LAYER_WORDS[layer];
  const what = `whether the ${policies} limit${isPlural ? '' : 's'} the request`;
  return nonEmpty(found.gaps) ?? nonEmpty(others) ?? [unsupported(what, layer)];
}

/** Why a layer without an Allow is no obstacle. */
function unneededSummary(layer: Layer, verdict: Verdict): string {
  if (layer === 'resource' || layer === 'trust') return 'an identity policy in the same account is enough';
  return `${LAYER_WORDS[verdict.resourceLayer].one} names the caller`;
}
