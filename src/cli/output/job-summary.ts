import { appendFileSync } from 'node:fs';
import type { Host } from '../host.ts';
import { fileError } from '../usage-error.ts';
import { say } from './say.ts';

/** GitHub takes no more for one step. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#job-summaries */
const LONGEST = 1024 * 1024;

/** Adds to the summary of the GitHub job, if there is one. What goes wrong with it is told, and no more. */
export async function appendJobSummary(markdown: string, { env, stderr }: Host): Promise<void> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  try {
    if (Buffer.byteLength(markdown) > LONGEST) throw new Error('it is longer than GitHub accepts');
    appendFileSync(path, markdown);
  } catch (error) {
    const { message } = fileError('write', 'the job summary', error);
    await say(stderr, message);
  }
}
