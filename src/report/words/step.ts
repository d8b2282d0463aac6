import type { Step } from '../../model/diagnosis.ts';
import type { Assumption } from '../../model/request.ts';
import type { StepId } from '../../model/step-id.ts';

/** The options that say of a layer what is otherwise assumed. */
const INSTEAD: Readonly<Partial<Record<StepId, string>>> = {
  session: 'override: --session-policy',
  endpoint: 'override: --endpoint-policy',
  scp: 'override: --scp',
  rcp: 'override: --rcp',
};

/** What stands beside the title of a step. Where it rests on an assumption: `assumed: none (override: --session-policy)`. */
export function stepSummary({ id, summary }: Step, assumptions: readonly Assumption[]): string {
  const instead = assumptions.some(({ step }) => step === id) ? INSTEAD[id] : undefined;
  return instead === undefined ? summary : `${summary} (${instead})`;
}
