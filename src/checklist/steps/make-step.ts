import type { Certainty } from '../../model/certainty.ts';
import type { Step, StepId } from '../../model/diagnosis.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Gap } from '../../model/gap.ts';
import type { NonEmpty } from '../../model/non-empty.ts';

/** What every step says, whatever its status. `summary` may be empty. */
export interface StepWords {
  readonly id: StepId;
  readonly title: string;
  readonly summary?: string;
}

/** Seen, and no obstacle. `gaps` are things that do not change that. */
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

/** It may block; the gaps say what would tell. */
export function unknownStep(words: StepWords, gaps: NonEmpty<Gap>, evidence: readonly Evidence[] = []): Step {
  return { ...words, summary: words.summary ?? '', rung: 'unknown', status: 'unknown', evidence, gaps };
}

/** It has no part in this request. */
export function skippedStep(words: StepWords, evidence: readonly Evidence[] = [], gaps: readonly Gap[] = []): Step {
  return { ...words, summary: words.summary ?? '', rung: 'evaluated', status: 'skipped', evidence, gaps };
}
