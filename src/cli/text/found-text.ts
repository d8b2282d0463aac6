import type { Subject } from '../../diagnose/subject.ts';
import { createDenialScanner, type ScanResult } from '../../parse/denial-scanner.ts';

/** The denials of an input, and where they stand in it. */
export interface FoundText {
  readonly subjects: readonly Subject[];
  /** First and last line of each. */
  readonly lines: readonly (readonly [number, number])[];
  /** Distinct denials that did not fit. */
  readonly omitted: number;
}

/** What a scan found, without what is about state, quota or configuration: that is no denial. */
export function foundText({ denials, omitted }: ScanResult): FoundText {
  const found = denials.filter(({ denial }) => denial.kind !== 'other-aws-auth');
  return {
    subjects: found.map(({ denial, count, text }) => ({ denial, count, text })),
    lines: found.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
    omitted,
  };
}

/** The denials of a text that is at hand. */
export function findInText(text: string): FoundText {
  const scanner = createDenialScanner();
  scanner.push(Buffer.from(text));
  return foundText(scanner.end());
}
