import type { Subject } from '../../diagnose/subject.ts';
import { createDenialScanner, type ScanResult } from '../../parse/denial-scanner.ts';

/** The denials of an input, and where they stand in it. */
export interface FoundText {
  readonly subjects: readonly Subject[];
  /** First and last line of each. */
  readonly lines: readonly (readonly [number, number])[];
  /** Distinct denials that did not fit. */
  readonly omitted: number;
  /** The text, if it is short enough to be a title, and no error of AWS was found in it. */
  readonly short?: string;
  /** True where the terminal at which it was pasted cut a line of it. */
  readonly isCut?: boolean;
}

/** Takes the text that a scanner is given, as long as it is short. */
export interface ShortText {
  readonly push: (chunk: Uint8Array) => void;
  readonly text: () => string | undefined;
}

const SHORT = 1_024;

/** Keeps a short text, and nothing of a long one. */
export function keepShort(): ShortText {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      length += chunk.length;
      if (length > SHORT) chunks.length = 0;
      else chunks.push(Uint8Array.from(chunk));
    },
    text: () => (length > SHORT ? undefined : Buffer.concat(chunks).toString('utf8')),
  };
}

/** What a scan found, without what is about state, quota or configuration: that is no denial. */
export function foundText({ denials, omitted }: ScanResult, short?: string): FoundText {
  const found = denials.filter(({ denial }) => denial.kind !== 'other-aws-auth');
  return {
    subjects: found.map(({ denial, count, text }) => ({ denial, count, text })),
    lines: found.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
    omitted,
    // A text about quotas or settings is no title.
    ...(short === undefined || denials.length > 0 ? {} : { short }),
  };
}

/** The denials of a text that is at hand. */
export function findInText(text: string): FoundText {
  const scanner = createDenialScanner();
  scanner.push(Buffer.from(text));
  return foundText(scanner.end(), text.length > SHORT ? undefined : text);
}
