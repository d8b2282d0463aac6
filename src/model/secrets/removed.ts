/** What stands where a secret was. */
export const REMOVED = '(removed)';
