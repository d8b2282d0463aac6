import type { Cause, Diagnosis, Step, StepId } from '../model/diagnosis.ts';

/** A step with the causes that are told under it; null where causes belong to no step. */
export interface Told {
  readonly step: Step | null;
  readonly causes: readonly Cause[];
}

/**
 * A diagnosis in the order in which it is told: what is settled in its order, then what blocks, the deciding cause first, then what
 * is open. So the answer stands between a few lines that take no time and the questions that may wait.
 */
export function arrange({ denial, steps, causes }: Diagnosis): readonly Told[] {
  const under = new Map<StepId | null, Cause[]>();
  for (const cause of causes) {
    const id = stepOf(cause, steps, denial?.kind === 'credentials');
    under.set(id, [...(under.get(id) ?? []), cause]);
  }
  const told: readonly Told[] = [
    ...steps.map((step) => ({ step, causes: under.get(step.id) ?? [] })),
    ...(under.get(null) ?? []).map((cause) => ({ step: null, causes: [cause] })),
  ];
  const isBlocking = ({ step, causes: own }: Told) => own.length > 0 || step?.status === 'fail';
  const isOpen = (one: Told) => !isBlocking(one) && one.step?.status === 'unknown';
  const rank = ({ causes: [first] }: Told) => (first === undefined ? causes.length : causes.indexOf(first));
  return [
    ...told.filter((one) => !isBlocking(one) && !isOpen(one)),
    ...told.filter(isBlocking).toSorted((left, right) => rank(left) - rank(right)),
    ...told.filter(isOpen),
  ];
}

/** `isRefused`: the credentials were, so that whatever is wrong beyond the policies is wrong with them. */
function stepOf(cause: Cause, steps: readonly Step[], isRefused: boolean): StepId | null {
  const { aspect, layer } = cause;
  const has = (wanted: string) => steps.find((step) => step.id === wanted)?.id ?? null;
  if (isMissingRole(cause)) return has('role') ?? has('trust');
  if (layer !== null) return has(layer);
  return isRefused || aspect === 'caller' || aspect === 'credentials' ? has('caller') : null;
}

/** The role that is assumed or passed is not there: told where it was looked for. */
function isMissingRole({ aspect, layer, evidence }: Cause): boolean {
  const isAbout = layer === 'trust' || aspect === 'passed-role';
  return isAbout && evidence.some((one) => one.kind === 'absent' && one.call === 'iam:GetRole');
}
