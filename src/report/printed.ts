import type { Cause, Diagnosis, Related, Step } from '../model/diagnosis.ts';
import type { Gap } from '../model/gap.ts';
import { type LikelyLayer, likelyLayer } from '../requirements/likely-layer.ts';
import { linksOf } from './links.ts';
import { type Answer, answerOf } from './words/answer.ts';
import { optionOf } from './words/option.ts';

/** A cause with AWS’s page about it and the console page of the policy. */
export interface PrintedCause extends Cause {
  readonly links: readonly string[];
}

/** What the same call also needs, with the links of its causes. */
export interface PrintedRelated extends Related {
  readonly causes: readonly PrintedCause[];
}

/** A diagnosis with the two lines on top of a report, and the layer to look at first. */
export interface PrintedDiagnosis extends Diagnosis {
  readonly answer: Answer | null;
  readonly likely: LikelyLayer | null;
  readonly causes: readonly PrintedCause[];
  readonly related: readonly PrintedRelated[];
}

/**
 * The diagnosis as programs read it: with the answer in two sentences, the option that closes each gap, and links. The core makes no
 * sentences about the whole, and knows neither options nor pages.
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
    related: related.map((one): PrintedRelated => ({ ...one, causes: one.causes.map(namedInCause) })),
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

function namedInCause(cause: Cause): PrintedCause {
  const { fix } = cause;
  const links = linksOf(cause);
  return fix === null ? { ...cause, links } : { ...cause, fix: { ...fix, openAfter: fix.openAfter.map(named) }, links };
}
