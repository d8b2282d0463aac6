import { jobEnvironment } from '../../diagnose/job-environment.ts';
import { ME, ownArn } from '../../diagnose/own-arn.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { UserOptions } from '../../model/question.ts';
import type { Flags } from '../command-line/flags.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import { diagnoseFrom } from '../reading/diagnose-all.ts';
import type { Reading } from '../reading/open-reading.ts';
import { UsageError } from '../usage-error.ts';
import type { Asked } from './asked.ts';

/** What came out for a request. */
export interface Answer {
  readonly asked: Asked;
  readonly given: UserOptions;
  readonly diagnosis: Diagnosis;
}

/** Answers one request; a UsageError where it is about the current identity, and that cannot be told. */
export async function answerAsked(
  asked: Asked,
  common: UserOptions,
  reading: Reading,
  flags: Flags,
  host: Host,
  progress: ProgressLine,
): Promise<Answer> {
  const { principal, action, resource, context } = asked;
  const caller = principal === ME ? await currentIdentity(reading) : principal;
  const given = { ...common, context: { ...common.context, ...context }, caller, action, resource: resource ?? '*' };
  const subjects = [{ denial: null, count: 1, text: '' }];
  const recorded = { subjects, given, environment: jobEnvironment(host.env) };
  const [diagnosis] = await diagnoseFrom(reading, recorded, flags, host, progress);
  if (diagnosis === undefined) throw new Error('a request has no diagnosis');
  return { asked, given, diagnosis };
}

/** Its ARN; a UsageError where it cannot be told. */
async function currentIdentity({ read }: Reading): Promise<string> {
  const own = await ownArn(read);
  if ('problem' in own) throw new UsageError(own.problem);
  return own.arn;
}
