import type { Diagnosis, Step } from '../../src/model/diagnosis.ts';

/** Where the checklist and the causes do not say the same. */
export function disagreement({ steps, causes, verdict }: Diagnosis): string | undefined {
  const failed = new Set<string>(steps.filter((step) => step.status === 'fail').map((step) => step.id));
  for (const cause of causes) {
    if (cause.layer !== null && cause.rung !== 'likely' && !failed.has(cause.layer) && !failed.has('role'))
      return `${cause.id} without a failed step`;
  }
  for (const step of steps) {
    if (step.status === 'fail' && !explained(step, causes)) return `${step.id} fails without a cause`;
    if (step.status === 'unknown' && step.gaps.length === 0) return `${step.id} is unknown without a gap`;
  }
  if (verdict === 'allowed' && failed.size > 0) return `allowed, yet ${[...failed]} fail`;
  if (verdict === 'allowed' && steps.some((step) => step.status === 'unknown')) return 'allowed, yet a step is unknown';
  return undefined;
}

function explained(step: Step, causes: Diagnosis['causes']): boolean {
  return causes.some(
    (cause) => cause.layer === step.id || cause.layer === null || (step.id === 'role' && cause.layer === 'trust'),
  );
}
