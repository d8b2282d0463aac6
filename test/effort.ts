/** `ci` is `npm run test:ci`, which CI runs after `npm test`; `long` is `npm run test:long`, for an hour when nobody waits. */
const EFFORT = process.env['DENYTRACE_EFFORT'];

/** Whether this is one of the two. */
export const LONG = EFFORT === 'long' || EFFORT === 'ci';

/** How many random cases a property tries: few in `npm test`, which has to be quick, many in `npm run test:long`, a fifth of those in CI. */
export function runs(quick: number, long: number): number {
  if (EFFORT === 'ci') return Math.max(quick, Math.floor(long / 5));
  return LONG ? long : quick;
}
