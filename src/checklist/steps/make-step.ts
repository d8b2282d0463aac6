import type { Certainty } from '../../model/certainty.ts';
import type { Step } from '../../model/diagnosis.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Gap } from '../../model/gap.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { StepId } from '../../model/step-id.ts';

/** What every step has, whatever its status. Without a summary, it is empty. */
export interface StepWords {
  readonly id: StepId;
  readonly title: string;
  readonly summary?: string;
}

/** It was read, and is no obstacle. `gaps` do not change that. */
export function passedStep(
  words: StepWords,
  rung: Certainty,
  evidence: readonly Evidence[] = [],
  gaps: readonly Gap[] = [],
): Step {
  return { ...words, summary: words.summary ?? '', rung, status: 'pass', evidence, gaps };
}

/** It blocks. */
export function failedStep(
  words: StepWords,
  rung: Certainty,
  evidence: NonEmpty<Evidence>,
  gaps: readonly Gap[] = [],
): Step {
  return { ...words, summary: words.summary ?? '', rung, status: 'fail', evidence, gaps };
}

/** It may block; the gaps say what would settle it. */
export function unknownStep(words: StepWords, gaps: NonEmpty<Gap>, evidence: readonly Evidence[] = []): Step {
  return { ...words, summary: words.summary ?? '', rung: 'unknown', status: 'unknown', evidence, gaps };
}

/** It plays no part in this request. */
export function skippedStep(words: StepWords, evidence: readonly Evidence[] = [], gaps: readonly Gap[] = []): Step {
  return { ...words, summary: words.summary ?? '', rung: 'evaluated', status: 'skipped', evidence, gaps };
}
