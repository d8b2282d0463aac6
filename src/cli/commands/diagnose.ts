import { diagnoseSubjects } from '../../diagnose/diagnose-subjects.ts';
import type { Snapshot } from '../../gather/snapshot/snapshot.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { escapeText } from '../../report/escape/text.ts';
import type { Flags, Request } from '../command-line/flags.ts';
import { diagnosisExitCode, EXIT } from '../exit-code.ts';
import { writeFixes } from '../fix-dir/write-fixes.ts';
import { givenFacts } from '../given/given-facts.ts';
import { replayedEnvironment, replayedFacts } from '../given/incident.ts';
import { jobEnvironment } from '../given/job-environment.ts';
import type { Host, Output } from '../host.ts';
import { type ProgressLine, progressLine } from '../output/progress-line.ts';
import { printReport } from '../output/report.ts';
import { write } from '../output/write.ts';
import { openReading } from '../reading/open-reading.ts';
import { type Recorded, record } from '../reading/record.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { findDenials, textSource } from '../text/text-source.ts';
import { UsageError } from '../usage-error.ts';

/** Diagnoses a text, a file, a snapshot's incident or standard input. */
export async function diagnoseCommand(
  { text, flags, hint, mistaken }: Extract<Request, { command: 'diagnose' }>,
  host: Host,
): Promise<number> {
  if (flags.schema === true) return printSchema(host);
  if (hint !== null) await write(host.stderr.stream, `denytrace: ${escapeText(hint)}\n`);
  const given = givenFacts(flags);
  const snapshot = openSnapshots(flags);
  const source = textSource(text, flags, snapshot?.incident ?? null);
  const progress = progressLine(host, flags.quiet === true);
  try {
    const found = await findDenials(source, host, progress);
    const { subjects } = found;
    if (subjects.length === 0 && mistaken !== null) throw new UsageError(mistaken);
    const recorded =
      source.from === 'incident'
        ? { subjects, given: replayedFacts(source.incident, given), environment: replayedEnvironment(source.incident) }
        : { subjects, given, environment: jobEnvironment(host.env) };
    const diagnoses = await diagnoseAll(recorded, snapshot, flags, host, progress);
    const output = source.from === 'stdin' && source.copy ? host.stderr : host.stdout;
    await deliver(
      diagnoses,
      { ...found, ...(source.from === 'file' ? { file: source.path } : {}) },
      output,
      flags,
      host,
    );
    return diagnosisExitCode(
      { diagnoses, omitted: found.omitted },
      flags.exitZero === true || flags.format === 'github',
    );
  } finally {
    progress.clear();
  }
}

/** Reads what the denials need, diagnoses them, and records what was read. Nothing is read for no denial. */
export async function diagnoseAll(
  recorded: Recorded,
  snapshot: Snapshot | null,
  flags: Flags,
  host: Host,
  progress: ProgressLine,
): Promise<readonly Diagnosis[]> {
  const { subjects, given, environment } = recorded;
  if (subjects.length === 0) {
    if (flags.record !== undefined)
      await write(
        host.stderr.stream,
        `denytrace: no denial was found, so ${escapeText(flags.record)} was not written\n`,
      );
    return [];
  }
  const reading = await openReading(flags, snapshot, host, progress);
  const { read, now, nowFrom } = reading;
  const diagnoses = await diagnoseSubjects(subjects, { given, read, environment, now, nowFrom });
  progress.clear();
  record(reading, recorded, flags);
  return diagnoses;
}

/** Writes the fixes where they are wanted, then the report, which says so. */
export async function deliver(
  diagnoses: readonly Diagnosis[],
  about: Parameters<typeof printReport>[1],
  output: Output,
  flags: Flags,
  host: Host,
): Promise<void> {
  if (flags.fixDir !== undefined) writeFixes(diagnoses, flags.fixDir, flags.fixFormat);
  await printReport(diagnoses, about, output, flags, host);
}

async function printSchema(host: Host): Promise<number> {
  const { DIAGNOSIS_SCHEMA } = await import('../../report/schema.ts');
  await write(host.stdout.stream, `${JSON.stringify(DIAGNOSIS_SCHEMA, null, 2)}\n`);
  return EXIT.fine;
}
