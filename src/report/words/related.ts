import type { Related } from '../../model/diagnosis.ts';

/** Said of a request that a fix before it mends too; nothing of any other. */
export function alsoFixed(afterFix: Related['afterFix']): string {
  switch (afterFix) {
    case 'allowed':
      return '; the fix above allows this as well';
    case 'open':
      return '; with the fix above, nothing that was read blocks this either';
    case undefined:
      return '';
  }
}

/** True for what is denied when the denied request is fixed. */
export function isStillDenied({ verdict, afterFix }: Related): boolean {
  return verdict === 'denied' && afterFix === undefined;
}
