import type { Subject } from '../../diagnose/subject.ts';
import { createDenialScanner, type ScanResult } from '../../parse/denial-scanner.ts';

/** The denials of an input, and where they stand in it. */
export interface FoundText {
  readonly subjects: readonly Subject[];
  /** First and last line of each. */
  readonly lines: readonly (readonly [number, number])[];
  /** The files that these lines are in; empty where the input is one text. */
  readonly files: readonly (readonly [string, string])[];
  /** True where an error of AWS was found, be it a denial or not. */
  readonly isAboutAws: boolean;
}

/** What a scan found, without what is about state, quota or configuration: that is no denial. */
export function foundText({ denials }: ScanResult): FoundText {
  const found = denials.filter(({ denial }) => denial.kind !== 'other-aws-auth');
  return {
    subjects: found.map(({ denial, count, text }) => ({ denial, count, text })),
    lines: found.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
    files: [],
    isAboutAws: denials.length > 0,
  };
}

/** The denials of a text that was read already. */
export function findInText(text: string): FoundText {
  const scanner = createDenialScanner();
  scanner.push(Buffer.from(text));
  return foundText(scanner.end());
}
