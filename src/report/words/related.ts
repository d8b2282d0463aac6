import type { Related } from '../../model/diagnosis.ts';

/** Said of a request that a fix before it allows too. */
export const ALSO_FIXED = '; the fix above allows this as well';

/** True for what is denied when the denied request is fixed. */
export function isStillDenied({ verdict, allowedByFix }: Related): boolean {
  return verdict === 'denied' && allowedByFix !== true;
}
