import type { Step, VerdictWord } from '../../model/diagnosis.ts';

/** The symbol says how a step ended; colour only says it again. */
export const SYMBOLS = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  skipped: '–',
} as const satisfies Record<Step['status'], string>;

/** The same for a whole request. */
export const VERDICT_SYMBOLS = {
  allowed: '✓',
  denied: '✗',
  undetermined: '?',
} as const satisfies Record<VerdictWord, string>;
