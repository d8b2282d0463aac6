import type { FoundCause } from '../../causes/cause.ts';
import { layersOf } from '../../evidence/blockers/verdict-layers.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { STEP_IDS, type Step } from '../../model/diagnosis.ts';
import type { Layer } from '../../model/layer.ts';
import { callerStep } from './caller-step.ts';
import { layerStep } from './layer-step.ts';
import { roleStep } from './role-step.ts';
import { ruleStep } from './rule-step.ts';
import { undecidedSteps } from './undecided-steps.ts';

/**
 * The checklist: who called, whether the role is there, and what each layer says. It says exactly what the evaluator and the checks
 * found: a layer fails where it has a certain cause, is unknown where it may block, and passes or has no part otherwise.
 */
export function judgeSteps(denialCase: DenialCase, found: readonly FoundCause[]): readonly Step[] {
  const caller = callerStep(denialCase, found);
  if (denialCase.denial?.kind === 'credentials') return [caller];
  const role = roleStep(denialCase, found);
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
