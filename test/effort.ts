/** Whether this is `npm run test:long`, which CI runs after `npm test`. */
export const LONG = process.env['DENYTRACE_LONG'] === '1';

/** How many random cases a property tries: few in `npm test`, which has to be quick, and many in `npm run test:long`. */
export function runs(quick: number, long: number): number {
  return LONG ? long : quick;
}
