import { jobEnvironment } from '../../diagnose/job-environment.ts';
import { renderLoaded } from '../../report/render-loaded.ts';
import type { Request } from '../command-line/flags.ts';
import { commandExitCode } from '../exit-code.ts';
import { refuseOverwriting } from '../given/refuse-overwriting.ts';
import { userOptions } from '../given/user-options.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output/deliver.ts';
import { progressLine } from '../output/progress-line.ts';
import { printReport, renderOptions } from '../output/report.ts';
import { say } from '../output/say.ts';
import { setStepOutputs } from '../output/step-outputs.ts';
import { diagnoseAll } from '../reading/diagnose-all.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { watchCommand } from '../run/watch-command.ts';
import { mergeFound } from '../text/merge-found.ts';
import { fileError, UsageError } from '../usage-error.ts';
import { writeFiles } from '../write-files.ts';

/**
 * Runs a command, then reports on standard error, or in a file, what it was denied; silent if that is nothing. It exits as the command
 * did, also where a file of ours cannot be written.
 */
export async function runCommand({ argv, flags }: Extract<Request, { command: 'run' }>, host: Host): Promise<number> {
  refuseOverwriting(flags);
  const given = userOptions(flags);
  const snapshot = openSnapshots(flags);
  const { end, stdout, stderr } = await host.interrupts.holdOff('ignored', () => watchCommand(argv, host));
  if (end.kind === 'not-started') await say(host.stderr, fileError('run', argv[0] ?? '', end.error).message);
  const found = mergeFound([stdout, stderr]);
  if (found.subjects.length === 0) await setStepOutputs([], [], flags, host);
  else {
    const progress = progressLine(host, flags.quiet === true);
    const recorded = { subjects: found.subjects, given, environment: jobEnvironment(host.env) };
    try {
      const diagnosed = await diagnoseAll(recorded, snapshot, flags, host, progress);
      await setStepOutputs(diagnosed.diagnoses, diagnosed.diagnoses, flags, host);
      await deliver(diagnosed, flags, host, async (shown) => {
        const { diagnoses } = diagnosed;
        const about = { ...found, given };
        if (flags.report === undefined) {
          // The command need not have ended its last line.
          await host.stderr.write('\n');
          await printReport(diagnoses, about, host.stderr, shown, host);
        } else {
          const content = await renderLoaded(diagnoses, flags.format, renderOptions(about, shown));
          writeFiles([{ path: flags.report, content }]);
        }
      });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      await say(host.stderr, error.message);
    } finally {
      progress.clear();
    }
  }
  return commandExitCode(end);
}
