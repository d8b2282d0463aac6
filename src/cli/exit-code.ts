import type { Diagnosis, VerdictWord } from '../model/diagnosis.ts';

/** What the exit codes of denytrace mean. */
export const EXIT = { fine: 0, denied: 1, usage: 2, open: 3, bug: 70 } as const;

/** What an exit code depends on. */
export type Outcome = Pick<Diagnosis, 'denial' | 'conclusion'>;

/**
 * 0 without a denial; 1 if all are explained; 3 if one is not: 3 wins over 1. An error of the credentials themselves counts as
 * explained. `exitZero` turns 1 and 3 into 0.
 */
export function diagnosisExitCode(diagnoses: readonly Outcome[], exitZero: boolean): number {
  if (exitZero || diagnoses.length === 0) return EXIT.fine;
  return diagnoses.every(isExplained) ? EXIT.denied : EXIT.open;
}

function isExplained({ denial, conclusion }: Outcome): boolean {
  return conclusion === 'explained' || denial?.kind === 'credentials';
}

/** 0 if the answer is the expected one, 1 if it is the other, 3 if it is undetermined. */
export function canExitCode(verdict: VerdictWord, expected: 'allowed' | 'denied', exitZero: boolean): number {
  if (exitZero) return EXIT.fine;
  if (verdict === 'undetermined') return EXIT.open;
  return verdict === expected ? EXIT.fine : EXIT.denied;
}

/** Of several answers: 3 wins over 1, and 1 over 0. */
export function worstExitCode(codes: readonly number[]): number {
  return Math.max(EXIT.fine, ...codes);
}

const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;
const SIGNAL_BASE = 128;

/** How a command ended that was run. `signal` is the number of the signal that ended it. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: number }
  | { readonly kind: 'not-started'; readonly code: string };

/** The exit code of the command, as a shell gives it. */
export function commandExitCode(end: CommandEnd): number {
  switch (end.kind) {
    case 'exited':
      return end.code;
    case 'signalled':
      return SIGNAL_BASE + end.signal;
    case 'not-started':
      return end.code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE;
  }
}
