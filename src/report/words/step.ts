import type { Step } from '../../model/diagnosis.ts';
import type { Assumption } from '../../model/request.ts';
import type { StepId } from '../../model/step-id.ts';

/** The options that say of a layer what is otherwise assumed. */
const INSTEAD: Readonly<Partial<Record<StepId, string>>> = {
  session: '--session-policy, or --assume',
  endpoint: '--endpoint-policy, or --assume',
  scp: '--scp, or --assume',
  rcp: '--rcp, or --assume',
};

/** What stands beside the title of a step. Where it rests on an assumption: `assumed: none (--session-policy, or --assume)`. */
export function stepSummary({ id, summary }: Step, assumptions: readonly Assumption[]): string {
  const instead = assumptions.some(({ step }) => step === id) ? INSTEAD[id] : undefined;
  return instead === undefined ? summary : `${summary} (${instead})`;
}
