import { writeFileSync } from 'node:fs';
import { render } from '../../report/render.ts';
import type { Request } from '../command-line/flags.ts';
import { commandExitCode } from '../exit-code.ts';
import { givenFacts } from '../given/given-facts.ts';
import { jobEnvironment } from '../given/job-environment.ts';
import type { Host } from '../host.ts';
import type { Process } from '../main.ts';
import { progressLine } from '../output/progress-line.ts';
import { renderOptions } from '../output/report.ts';
import { write } from '../output/write.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { watchCommand } from '../run/watch-command.ts';
import { mergeFound } from '../text/merge-found.ts';
import { fileError } from '../usage-error.ts';
import { deliver, diagnoseAll } from './diagnose.ts';

/** Runs a command, then tells on standard error, or in a file, what it was denied; silent if that is nothing. */
export async function runCommand(
  { argv, flags }: Extract<Request, { command: 'run' }>,
  host: Host,
  process: Process,
): Promise<number> {
  const given = givenFacts(flags);
  const snapshot = openSnapshots(flags);
  process.ignoreInterrupts();
  const { end, stdout, stderr } = await watchCommand(argv, host);
  if (end.kind === 'not-started')
    await write(host.stderr.stream, `denytrace: ${fileError('run', argv[0] ?? '', end.error).message}\n`);
  const found = mergeFound(stdout, stderr);
  if (found.subjects.length > 0) {
    const progress = progressLine(host, flags.quiet === true);
    const recorded = { subjects: found.subjects, given, environment: jobEnvironment(host.env) };
    try {
      const diagnoses = await diagnoseAll(recorded, snapshot, flags, host, progress);
      if (flags.report === undefined) await deliver(diagnoses, found, host.stderr, flags, host);
      else writeReport(flags.report, render(diagnoses, flags.format, renderOptions(found, flags)));
    } finally {
      progress.clear();
    }
  }
  return commandExitCode(end);
}

function writeReport(path: string, report: string): void {
  try {
    writeFileSync(path, report);
  } catch (error) {
    throw fileError('write', path, error);
  }
}
