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
/** A line of the checklist. */
export type StepId = (typeof STEP_IDS)[number];
