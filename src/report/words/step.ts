import type { Step } from '../../model/diagnosis.ts';
import type { Assumption } from '../../model/request.ts';
import type { StepId } from '../../model/step-id.ts';

/** The options that say of a layer what is otherwise assumed. */
const INSTEAD: Readonly<Partial<Record<StepId, string>>> = {
  session: '--session-policy FILE',
  endpoint: '--endpoint-policy FILE',
  scp: '--scp FILE',
  rcp: '--rcp FILE',
};

/** What stands beside the title of a step. Where it rests on an assumption: `assumed none (override: --session-policy FILE)`. */
export function stepSummary(step: Step, assumptions: readonly Assumption[]): string {
  const instead = isAssumed(step, assumptions) ? INSTEAD[step.id] : undefined;
  return instead === undefined
    ? step.summary
    : `${step.summary.replace(/^assumed: /, 'assumed ')} (override: ${instead})`;
}

/** The status that the symbol of a step shows: what was only assumed gets no tick. */
export function printedStatus(step: Step, assumptions: readonly Assumption[]): Step['status'] {
  return step.status === 'pass' && isAssumed(step, assumptions) ? 'skipped' : step.status;
}

function isAssumed({ id }: Step, assumptions: readonly Assumption[]): boolean {
  return INSTEAD[id] !== undefined && assumptions.some(({ step }) => step === id);
}
