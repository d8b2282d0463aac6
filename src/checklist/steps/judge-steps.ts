import type { Case } from '../../model/case.ts';
import { STEP_IDS, type Step } from '../../model/diagnosis.ts';
import type { Layer } from '../../model/layer.ts';
import { layersOf } from '../../evidence/blockers/verdict-layers.ts';
import type { FoundCause } from '../../causes/cause.ts';
import { callerStep } from './caller-step.ts';
import { layerStep } from './layer-step.ts';
import { roleStep } from './role-step.ts';
import { ruleStep } from './rule-step.ts';
import { undecidedSteps } from './undecided-steps.ts';

/**
 * The checklist: who called, whether the role is there, and what each layer says. It says exactly what the evaluator and the checks
 * found: a layer fails where it has a certain cause, is unknown where it may block, and passes or has no part otherwise.
 */
export function judgeSteps(built: Case, found: readonly FoundCause[]): readonly Step[] {
  const caller = callerStep(built, found);
  if (built.denial?.kind === 'credentials') return [caller];
  const role = roleStep(built, found);
  const { verdict } = built;
  const layers =
    verdict === null
      ? undecidedSteps(built, found)
      : layersOf(verdict).map((layer) => layerStep(layer, verdict, built, causesIn(layer, found)));
  const steps = [caller, ...(role === undefined ? [] : [role]), ...layers];
  const byRule = ruleStep(built);
  const open = byRule === undefined ? steps : [...steps.filter(({ id }) => id !== byRule.id), byRule];
  return open.toSorted(inOrder);
}

function causesIn(layer: Layer, found: readonly FoundCause[]): readonly FoundCause[] {
  return found.filter((cause) => cause.layer === layer);
}

function inOrder(left: Step, right: Step): number {
  return STEP_IDS.indexOf(left.id) - STEP_IDS.indexOf(right.id);
}
