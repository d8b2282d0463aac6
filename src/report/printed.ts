import type { Diagnosis, Fix, Related, Step } from '../model/diagnosis.ts';
import type { Gap } from '../model/gap.ts';
import { type LikelyLayer, likelyLayer } from '../requirements/likely-layer.ts';
import { type Answer, answerOf } from './words/answer.ts';
import { optionOf } from './words/option.ts';

/** A diagnosis with the two lines on top of a report, and the layer to look at first. */
export interface PrintedDiagnosis extends Diagnosis {
  readonly answer: Answer | null;
  readonly likely: LikelyLayer | null;
}

/**
 * The diagnosis as programs read it: with the answer in two sentences, and with the option that closes each gap. The core makes no
 * sentences about the whole, and knows no options.
 */
export function printed(diagnosis: Diagnosis): PrintedDiagnosis {
  const { steps, causes, fixesTogether, related, requirements, open } = diagnosis;
  return {
    answer: answerOf(diagnosis),
    likely: likelyLayer(requirements),
    ...diagnosis,
    steps: steps.map(namedInStep),
    causes: causes.map(namedInCause),
    fixesTogether: fixesTogether && { ...fixesTogether, openAfter: fixesTogether.openAfter.map(named) },
    related: related.map((one): Related => ({ ...one, causes: one.causes.map(namedInCause) })),
    open: open.map(named),
  };
}

function named(gap: Gap): Gap {
  return { ...gap, option: optionOf(gap) };
}

function namedInStep(step: Step): Step {
  if (step.status !== 'unknown') return { ...step, gaps: step.gaps.map(named) };
  const [first, ...others] = step.gaps;
  return { ...step, gaps: [named(first), ...others.map(named)] };
}

function namedInCause<C extends { readonly fix: Fix | null }>(cause: C): C {
  const { fix } = cause;
  return fix === null ? cause : { ...cause, fix: { ...fix, openAfter: fix.openAfter.map(named) } };
}
