import type { AskedCause } from '../causes/contest.ts';
import type { Denial } from '../model/denial.ts';
import type { DenialCase, JobEnvironment } from '../model/denial-case.ts';
import type { UserOptions } from '../model/question.ts';
import type { Read } from '../model/read.ts';
import { distinctDenials } from '../parse/distinct-denials.ts';
import { parseDenials } from '../parse/parse-denials.ts';

/** A distinct denial of a text, or a bare request where `denial` is null. */
export interface Subject {
  readonly denial: Denial | null;
  /** How often it occurs in the text. */
  readonly count: number;
  /** The lines it was read from; "" for a bare request. */
  readonly text: string;
}

/** What a diagnosis may use beside the text. */
export interface Surroundings {
  readonly given: UserOptions;
  /** Answers every read of AWS: a snapshot, live AWS, both, or nothing at all. */
  readonly read: Read;
  readonly environment: JobEnvironment;
  /** The time of the diagnosis: now, or when a snapshot was taken. A time in the log line takes precedence. */
  readonly now: Date;
  readonly nowFrom: 'now' | 'the snapshot';
  /** Takes a trace each time that the causes of a request were looked for. */
  readonly onTrace?: (trace: Trace) => void;
}

/** Which causes were asked about one request of a diagnosis, in order, and what each of them answered. */
export interface Trace {
  /** The denial that is diagnosed. */
  readonly subject: Subject;
  /** Which of its requests was asked about: see `NamedRequest`; `related` is one that the same call makes as well. */
  readonly which: 'as-asked' | 'right-names' | 'right-names-without-reason' | 'related';
  readonly denialCase: DenialCase;
  readonly asked: readonly AskedCause[];
}

/** The distinct denials of a text, each with its own lines. For logs of any size there is the scanner. */
export function subjectsOfText(text: string): readonly Subject[] {
  const lines = text.split(/\r?\n/);
  return distinctDenials(parseDenials(text)).map(({ denial, count }) => ({
    denial,
    count,
    text: excerpt(lines, denial),
  }));
}

function excerpt(lines: readonly string[], denial: Denial): string {
  const [first, last] = denial.lines;
  return lines.slice(first - 1, last).join('\n');
}
