import type { Request } from '../command-line/flags.ts';
import { canExitCode } from '../exit-code.ts';
import { checkAction } from '../given/check-action.ts';
import { isPrincipal, isResource } from '../given/check-given.ts';
import { jobEnvironment } from '../given/job-environment.ts';
import { refuseOverwriting } from '../given/refuse-overwriting.ts';
import { userOptions } from '../given/user-options.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output/deliver.ts';
import { progressLine } from '../output/progress-line.ts';
import { printReport } from '../output/report.ts';
import { diagnoseAll } from '../reading/diagnose-all.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { UsageError } from '../usage-error.ts';

/** Answers whether a request would be allowed, with the same report as for a denial. */
export async function canCommand(
  { principal, action, resource, flags }: Extract<Request, { command: 'can' }>,
  host: Host,
): Promise<number> {
  if (!isPrincipal(principal))
    throw new UsageError(
      `${principal} is not a principal: pass the ARN of a user, role, session or identity provider, a service such as lambda.amazonaws.com, or anonymous`,
    );
  if (resource !== null && !isResource(resource))
    throw new UsageError(`${resource} is not a resource: pass an ARN, or leave it out`);
  refuseOverwriting(flags);
  checkAction(action);
  const given = { ...userOptions(flags), caller: principal, action, resource: resource ?? '*' };
  const snapshot = openSnapshots(flags);
  const progress = progressLine(host, flags.quiet === true);
  try {
    const subjects = [{ denial: null, count: 1, text: '' }];
    const recorded = { subjects, given, environment: jobEnvironment(host.env) };
    const diagnosed = await diagnoseAll(recorded, snapshot, flags, host, progress);
    const { diagnoses } = diagnosed;
    const about = { lines: [], omitted: 0, given };
    await deliver(diagnosed, flags, host, (shown) => printReport(diagnoses, about, host.stdout, shown, host));
    const exitZero = flags.exitZero === true || flags.format === 'github';
    return canExitCode(diagnoses[0]?.verdict ?? 'undetermined', flags.expect, exitZero);
  } finally {
    progress.clear();
  }
}
