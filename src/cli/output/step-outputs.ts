import { appendFileSync } from 'node:fs';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Flags } from '../command-line/flags.ts';
import { diagnosisExitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { fileError } from '../usage-error.ts';
import { say } from './say.ts';

/** From the best to the worst: of several denials the worst one counts. */
const CONCLUSIONS = ['explained', 'inconclusive', 'contradicted'] as const satisfies readonly Diagnosis['conclusion'][];

/**
 * Sets the outputs of a step of GitHub Actions, for `--format github`, which exits with 0: how many denials there are, their causes, and
 * the exit code of any other format. No value is from outside, so that none can end its line. What goes wrong is said, and no more.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
 * @param counted the denials that count for the exit code: those that are not known
 */
export async function setStepOutputs(
  diagnoses: readonly Diagnosis[],
  counted: readonly Diagnosis[],
  { format }: Flags,
  { env, stderr }: Host,
): Promise<void> {
  const path = env['GITHUB_OUTPUT'];
  if (format !== 'github' || path === undefined || path === '') return;
  const causes = diagnoses.flatMap((diagnosis) => diagnosis.causes.map(({ id }) => id));
  const outputs = {
    denials: diagnoses.length,
    conclusion: CONCLUSIONS.findLast((one) => diagnoses.some(({ conclusion }) => conclusion === one)) ?? 'none',
    causes: JSON.stringify([...new Set(causes)]),
    'exit-code': diagnosisExitCode(counted, false),
  };
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  try {
    appendFileSync(path, lines.join(''));
  } catch (error) {
    const { message } = fileError('write', 'the outputs of the step', error);
    await say(stderr, message);
  }
}
