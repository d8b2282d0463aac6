import type { Request } from '../command-line/flags.ts';
import { diagnosisExitCode, EXIT } from '../exit-code.ts';
import { replayedEnvironment, replayedOptions } from '../given/incident.ts';
import { jobEnvironment } from '../given/job-environment.ts';
import { knownDenials } from '../given/known-denials.ts';
import { refuseOverwriting } from '../given/refuse-overwriting.ts';
import { userOptions } from '../given/user-options.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output/deliver.ts';
import { newDenials } from '../output/new-denials.ts';
import { progressLine } from '../output/progress-line.ts';
import { printReport } from '../output/report.ts';
import { say } from '../output/say.ts';
import { diagnoseAll } from '../reading/diagnose-all.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { CUT_LINE } from '../text/cut-line.ts';
import { namedFile } from '../text/named-file.ts';
import { findDenials, textSource } from '../text/text-source.ts';
import { titleHint } from '../text/title-hint.ts';
import { UsageError } from '../usage-error.ts';

/** Diagnoses a text, a file, a snapshot's incident or standard input. */
export async function diagnoseCommand(request: Extract<Request, { command: 'diagnose' }>, host: Host): Promise<number> {
  const { hint, mistaken } = request;
  const { text, flags } = namedFile(request);
  if (flags.schema === true) return printSchema(host);
  if (hint !== null) await say(host.stderr, hint);
  refuseOverwriting(flags);
  const given = userOptions(flags);
  const known = flags.known === undefined ? undefined : knownDenials(flags.known);
  const snapshot = openSnapshots(flags);
  const source = textSource(text, flags, snapshot?.incident ?? null);
  const progress = progressLine(host, flags.quiet === true);
  try {
    const found = await findDenials(source, host, progress);
    const { subjects } = found;
    if (found.isCut === true) {
      if (subjects.length === 0) throw new UsageError(CUT_LINE);
      await say(host.stderr, CUT_LINE);
    }
    if (subjects.length === 0 && mistaken !== null) throw new UsageError(mistaken);
    const title = titleHint(found.short ?? '');
    if (title !== undefined && flags.quiet !== true) await say(host.stderr, title);
    const recorded =
      source.from === 'incident'
        ? {
            subjects,
            given: replayedOptions(source.incident, given),
            environment: replayedEnvironment(source.incident),
          }
        : { subjects, given, environment: jobEnvironment(host.env) };
    const diagnosed = await diagnoseAll(recorded, snapshot, flags, host, progress);
    const { diagnoses } = diagnosed;
    const isCopying = source.from === 'stdin' && source.copy;
    const output = isCopying ? host.stderr : host.stdout;
    const about = { ...found, given: recorded.given, ...(source.from === 'file' ? { file: source.path } : {}) };
    await deliver(diagnosed, flags, host, async (shown) => {
      // What was copied need not have ended its last line.
      if (isCopying && host.stderr.isTerminal) await host.stderr.write('\n');
      await printReport(diagnoses, about, output, shown, host);
    });
    return diagnosisExitCode(
      { diagnoses: await newDenials(diagnoses, known, flags, host), omitted: found.omitted },
      flags.exitZero === true || flags.format === 'github',
    );
  } finally {
    progress.clear();
  }
}

async function printSchema(host: Host): Promise<number> {
  const { DIAGNOSIS_SCHEMA } = await import('../../report/schema.ts');
  await host.stdout.write(`${JSON.stringify(DIAGNOSIS_SCHEMA, null, 2)}\n`);
  return EXIT.fine;
}
