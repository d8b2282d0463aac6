import type { Cause, Diagnosis, Step } from '../model/diagnosis.ts';
import type { StepId } from '../model/step-id.ts';

/** A step as it is printed: with its causes. Causes that belong to no step have `step` null. */
export interface PrintedStep {
  readonly step: Step | null;
  readonly causes: readonly Cause[];
}

/**
 * The checklist in the order in which it is printed: what blocks, the deciding cause first, so that the answer and the change stand on the
 * first screen; then what is settled, in the order of the steps; then what is open.
 */
export function arrange(diagnosis: Diagnosis): readonly PrintedStep[] {
  const { blocking, others } = arrangeParts(diagnosis);
  return [...blocking, ...others];
}

/** The same in two parts, between which something else can be printed. */
export function arrangeParts({ denial, steps, causes }: Diagnosis): {
  readonly blocking: readonly PrintedStep[];
  readonly others: readonly PrintedStep[];
} {
  const under = new Map<StepId | null, Cause[]>();
  for (const cause of causes) {
    const id = stepOf(cause, steps, denial?.kind === 'credentials');
    under.set(id, [...(under.get(id) ?? []), cause]);
  }
  const printed: readonly PrintedStep[] = [
    ...steps.map((step) => ({ step, causes: under.get(step.id) ?? [] })),
    ...(under.get(null) ?? []).map((cause) => ({ step: null, causes: [cause] })),
  ];
  const isBlocking = ({ step, causes: own }: PrintedStep) => own.length > 0 || step?.status === 'fail';
  const isOpen = (one: PrintedStep) => !isBlocking(one) && one.step?.status === 'unknown';
  const rank = ({ causes: [first] }: PrintedStep) => (first === undefined ? causes.length : causes.indexOf(first));
  return {
    blocking: printed.filter(isBlocking).toSorted((left, right) => rank(left) - rank(right)),
    others: [...printed.filter((one) => !isBlocking(one) && !isOpen(one)), ...printed.filter(isOpen)],
  };
}

/** `isRefused`: AWS rejected the credentials, so every cause beyond the policies is about them. */
function stepOf(cause: Cause, steps: readonly Step[], isRefused: boolean): StepId | null {
  const { aspect, layer } = cause;
  const has = (wanted: string) => steps.find((step) => step.id === wanted)?.id ?? null;
  if (isMissingRole(cause)) return has('role') ?? has('trust');
  if (layer !== null) return has(layer);
  return isRefused || aspect === 'caller' || aspect === 'credentials' ? has('caller') : null;
}

/** True for a cause that says that the role which is assumed or passed does not exist: it is printed under the role. */
function isMissingRole({ aspect, layer, evidence }: Cause): boolean {
  const isAbout = layer === 'trust' || aspect === 'passed-role';
  return isAbout && evidence.some((one) => one.kind === 'absent' && one.call === 'iam:GetRole');
}
