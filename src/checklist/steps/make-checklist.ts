import type { FoundCause } from '../../causes/cause.ts';
import { isAuthorizerAnswer } from '../../evidence/aws-words/authorizer-answer.ts';
import { isRefusedBeforePolicies } from '../../evidence/aws-words/refused-before-policies.ts';
import { layersOf } from '../../evidence/blockers/verdict-layers.ts';
import { serviceKeyOf } from '../../evidence/service-key.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYERS, type Layer } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { STEP_IDS } from '../../model/step-id.ts';
import { additionalPermission, candidateAction } from '../../requirements/candidates.ts';
import { queueOf } from '../../requirements/kinds/queue-url.ts';
import { callerStep } from './caller-step.ts';
import { layerStep } from './layer-step.ts';
import { failTitle } from './layer-titles.ts';
import { failedStep, unknownStep } from './make-step.ts';
import { roleStep, ruleStep } from './role-step.ts';

/**
 * The checklist: who called, whether the role exists, and what each layer says. It says exactly what the evaluator and the causes found: a
 * layer fails where it blocks or has a certain cause, is unknown where it may block, and passes or is skipped otherwise.
 */
export function makeChecklist(denialCase: DenialCase, causes: readonly FoundCause[]): readonly Step[] {
  const caller = callerStep(denialCase, causes);
  if (isRefusedBeforePolicies(denialCase)) return [caller];
  const role = roleStep(denialCase);
  const { verdict } = denialCase;
  const layers =
    verdict === null
      ? unevaluatedSteps(denialCase, causes)
      : layersOf(verdict).map((layer) => layerStep(layer, verdict, denialCase, causesIn(layer, causes)));
  const steps = [...(isAboutCaller(denialCase) ? [caller] : []), ...(role === undefined ? [] : [role]), ...layers];
  const byRule = ruleStep(denialCase);
  const open = byRule === undefined ? steps : [...steps.filter(({ id }) => id !== byRule.id), byRule];
  return open.toSorted(inOrder);
}

/** What a service says of its own access to a key, and of an API's authorizer, is about no user or role. */
function isAboutCaller(denialCase: DenialCase): boolean {
  const user = serviceKeyOf(denialCase)?.user ?? 'caller';
  return user === 'caller' && !isAuthorizerAnswer(denialCase);
}

function causesIn(layer: Layer, causes: readonly FoundCause[]): readonly FoundCause[] {
  return causes.filter((cause) => cause.layer === layer);
}

function inOrder(left: Step, right: Step): number {
  return STEP_IDS.indexOf(left.id) - STEP_IDS.indexOf(right.id);
}

/**
 * The steps of the layers where nothing could be evaluated, because the caller or the action is not known: the layers that AWS named, and
 * what is missing. A missing caller is what the caller's step is about.
 */
function unevaluatedSteps(denialCase: DenialCase, causes: readonly FoundCause[]): readonly Step[] {
  const named = LAYERS.flatMap((layer) => {
    const certain = nonEmpty(causes.filter((cause) => cause.layer === layer && cause.certainty === 'aws'));
    if (certain === undefined) return [];
    return [failedStep({ id: layer, title: failTitle(layer, certain, denialCase) }, 'aws', certain[0].evidence)];
  });
  const { denial, text } = denialCase;
  const hasAction =
    (denial !== null && denial.action !== null) ||
    additionalPermission(text) !== undefined ||
    serviceKeyOf(denialCase) !== undefined ||
    queueOf(denialCase) !== undefined ||
    causes.some(({ beyondPolicies }) => beyondPolicies === true);
  return hasAction || named.some(({ id }) => id === 'identity') ? named : [whichAction(denialCase), ...named];
}

/** Where the operation is known, so are the permissions that it needs: naming one of them would not tell which is missing. */
function whichAction(denialCase: DenialCase): Step {
  const { denial } = denialCase;
  if (denial !== null && candidateAction({ action: null, denial }, denialCase) !== undefined) {
    const what = `which permission of ${denial.operation} is missing`;
    const title = `The error does not say ${what}`;
    return unknownStep({ id: 'identity', title }, [notGiven({ what, toPass: null, who: 'account-admin' })]);
  }
  const gap = notGiven({ what: 'which action was denied', toPass: 'action' });
  return unknownStep({ id: 'identity', title: 'The error names no action' }, [gap]);
}
