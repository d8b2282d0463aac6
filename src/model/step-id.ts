/** The steps of the checklist, in their order; a request has `trust` or `resource`. */
export const STEP_IDS = [
  'caller',
  'role',
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'trust',
  'resource',
  'endpoint',
] as const;
/** Their policies grant nothing: they limit what others grant. */
export const LIMITING_STEPS: ReadonlySet<StepId> = new Set(['boundary', 'session', 'scp', 'rcp', 'endpoint']);

/** A line of the checklist. */
export type StepId = (typeof STEP_IDS)[number];
