import type { Diagnosis, Step } from '../../model/diagnosis.ts';
import type { StepId } from '../../model/step-id.ts';
import { printedStatus } from '../words/step.ts';

/** `fail`: it blocks. `assumed`: it was not looked at, but taken to let the request through. `skipped`: it plays no part. */
export type StageStatus = Step['status'] | 'assumed';

/** What is known of the way to a stage: nothing before it blocks, something before it may block, or something before it blocks. */
export type Reach = 'reached' | 'uncertain' | 'blocked';

/** Something that can block the request, with what its step says. */
export interface Stage {
  readonly id: StepId;
  readonly status: StageStatus;
  readonly reach: Reach;
  readonly step: Step;
}

/** What a request has to pass, one after the other, until it is allowed; `outcome` is how far it came. */
export interface DecisionPath {
  readonly stages: readonly Stage[];
  readonly outcome: Reach;
}

/** From the caller to the resource. IAM looks at all of them, so the order is one for the eye only. */
const ORDER = [
  'caller',
  'identity',
  'boundary',
  'session',
  'scp',
  'role',
  'trust',
  'resource',
  'rcp',
  'endpoint',
] as const satisfies readonly StepId[];

/** One stage is no path. */
const FEWEST = 2;

/**
 * The way of the request through everything that can block it, with the places where it ends. It is the checklist in another form: each stage
 * is a step, and has its status. Null where there is no checklist, or only of the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decisionPath({ steps, assumptions }: Diagnosis): DecisionPath | null {
  const shown = ORDER.flatMap((id) => steps.find((step) => step.id === id && !isSettledRole(step)) ?? []);
  if (shown.length < FEWEST) return null;
  const stages: Stage[] = [];
  let reach: Reach = 'reached';
  for (const step of shown) {
    const status = statusOf(step, printedStatus(step, assumptions));
    stages.push({ id: step.id, status, reach, step });
    reach = reachAfter(reach, status);
  }
  return { stages, outcome: reach };
}

/** That the role exists is no stage of its own: its trust policy is. */
function isSettledRole({ id, status }: Step): boolean {
  return id === 'role' && (status === 'pass' || status === 'skipped');
}

/** A step that passed and is printed as if it had not: it rests on an assumption. */
function statusOf({ status }: Step, printed: Step['status']): StageStatus {
  return status === 'pass' && printed === 'skipped' ? 'assumed' : printed;
}

function reachAfter(reach: Reach, status: StageStatus): Reach {
  if (reach === 'blocked' || status === 'fail') return 'blocked';
  return status === 'unknown' ? 'uncertain' : reach;
}
