import type { Cause, Diagnosis, Step, StepId } from '../model/diagnosis.ts';

/** A step with the causes that are told under it. */
export interface StepWithCauses {
  readonly step: Step;
  readonly causes: readonly Cause[];
}

/** A diagnosis in the order in which it is told. */
export interface Arrangement {
  readonly steps: readonly StepWithCauses[];
  /** Causes that belong to no step. */
  readonly apart: readonly Cause[];
}

/** Puts each cause under the step it made fail. */
export function arrange({ steps, causes }: Diagnosis): Arrangement {
  const told = new Map<StepId | null, Cause[]>();
  for (const cause of causes) {
    const id = stepOf(cause, steps);
    told.set(id, [...(told.get(id) ?? []), cause]);
  }
  return {
    steps: steps.map((step) => ({ step, causes: told.get(step.id) ?? [] })),
    apart: told.get(null) ?? [],
  };
}

function stepOf({ id, layer }: Cause, steps: readonly Step[]): StepId | null {
  const has = (wanted: string) => steps.find((step) => step.id === wanted)?.id ?? null;
  if (id === 'trust.role-not-found') return has('role') ?? has('trust');
  if (layer !== null) return has(layer);
  return /^(caller|credentials)\./.test(id) ? has('caller') : null;
}
