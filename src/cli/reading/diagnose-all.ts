import { diagnoseSubjects } from '../../diagnose/diagnose-subjects.ts';
import type { Subject, Trace } from '../../diagnose/subject.ts';
import type { Snapshot } from '../../gather/snapshot/snapshot.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { traceText } from '../../report/text/trace.ts';
import type { Flags } from '../command-line/flags.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import { say } from '../output/say.ts';
import { openReading, type Reading } from './open-reading.ts';
import { type Recorded, record } from './record.ts';

/** What the denials of an input came to. */
export interface Diagnosed {
  readonly diagnoses: readonly Diagnosis[];
  /** Writes what was read where --record says; a UsageError where that cannot be. */
  readonly record: () => Promise<void>;
}

/** Reads what the denials need, and diagnoses them. Nothing is read for no denial. */
export async function diagnoseAll(
  recorded: Recorded,
  snapshot: Snapshot | null,
  flags: Flags,
  host: Host,
  progress: ProgressLine,
): Promise<Diagnosed> {
  const { subjects } = recorded;
  if (subjects.length === 0) {
    if (flags.record !== undefined) await say(host.stderr, `no denial was found, so ${flags.record} was not written`);
    return { diagnoses: [], record: () => Promise.resolve() };
  }
  const reading = await openReading(flags, snapshot, host, progress);
  const diagnoses = await diagnoseFrom(reading, recorded, flags, host, progress);
  return { diagnoses, record: () => record(reading, recorded, flags) };
}

/** Diagnoses denials from what an open reading reads. */
export async function diagnoseFrom(
  { read, now, nowFrom }: Reading,
  { subjects, given, environment }: Recorded,
  flags: Flags,
  host: Host,
  progress: ProgressLine,
): Promise<readonly Diagnosis[]> {
  const traces: Trace[] = [];
  const tracing = flags.trace === true ? { onTrace: (trace: Trace) => traces.push(trace) } : {};
  const diagnoses = await diagnoseSubjects(subjects, { given, read, environment, now, nowFrom, ...tracing });
  progress.clear();
  await host.stderr.write(traceText(inOrder(traces, subjects)));
  return diagnoses;
}

/** Denials are diagnosed side by side; their traces are printed one after the other. */
function inOrder(traces: readonly Trace[], subjects: readonly Subject[]): readonly Trace[] {
  return traces.toSorted((left, right) => subjects.indexOf(left.subject) - subjects.indexOf(right.subject));
}
