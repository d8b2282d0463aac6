import type { FoundCause } from '../../causes/cause.ts';
import { layersOf } from '../../evidence/blockers/verdict-layers.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { STEP_IDS, type Step } from '../../model/diagnosis.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYERS, type Layer } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { callerStep } from './caller-step.ts';
import { layerStep } from './layer-step.ts';
import { failTitle } from './layer-titles.ts';
import { failedStep, unknownStep } from './make-step.ts';
import { roleStep, ruleStep } from './role-step.ts';

/**
 * The checklist: who called, whether the role is there, and what each layer says. It says exactly what the evaluator and the checks
 * found: a layer fails where it has a certain cause, is unknown where it may block, and passes or has no part otherwise.
 */
export function makeChecklist(denialCase: DenialCase, found: readonly FoundCause[]): readonly Step[] {
  const caller = callerStep(denialCase, found);
  if (denialCase.denial?.kind === 'credentials') return [caller];
  const role = roleStep(denialCase);
  const { verdict } = denialCase;
  const layers =
    verdict === null
      ? undecidedSteps(denialCase, found)
      : layersOf(verdict).map((layer) => layerStep(layer, verdict, denialCase, causesIn(layer, found)));
  const steps = [caller, ...(role === undefined ? [] : [role]), ...layers];
  const byRule = ruleStep(denialCase);
  const open = byRule === undefined ? steps : [...steps.filter(({ id }) => id !== byRule.id), byRule];
  return open.toSorted(inOrder);
}

function causesIn(layer: Layer, found: readonly FoundCause[]): readonly FoundCause[] {
  return found.filter((cause) => cause.layer === layer);
}

function inOrder(left: Step, right: Step): number {
  return STEP_IDS.indexOf(left.id) - STEP_IDS.indexOf(right.id);
}

/**
 * Without a caller or an action nothing can be decided: what AWS said of a layer stands all the same. Who the caller is asks the
 * step of the caller.
 */
function undecidedSteps(denialCase: DenialCase, found: readonly FoundCause[]): readonly Step[] {
  const named = LAYERS.flatMap((layer) => {
    const certain = nonEmpty(found.filter((cause) => cause.layer === layer && cause.certainty === 'aws'));
    if (certain === undefined) return [];
    return [failedStep({ id: layer, title: failTitle(layer, certain, denialCase) }, 'aws', certain[0].evidence)];
  });
  const { denial } = denialCase;
  const hasAction = denial !== null && denial.action !== null;
  return hasAction || named.some(({ id }) => id === 'identity') ? named : [whichAction(), ...named];
}

function whichAction(): Step {
  const gap = notGiven({ what: 'which action was denied', toPass: 'action' });
  return unknownStep({ id: 'identity', title: 'The error names no action' }, [gap]);
}
