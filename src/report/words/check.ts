import type { Fix } from '../../model/diagnosis.ts';
import type { Gap } from '../../model/gap.ts';
import { someOf } from './count.ts';

/** What a fix was checked to do. A fix that changes and sends nothing cannot be checked beforehand; of your own it need not be said. */
export function checkWords(fix: Fix): string | null {
  if (fix.changes.length > 0 || fix.request !== undefined || fix.check === 'still-blocked')
    return `checked: ${provenWords(fix)}`;
  return fix.who === 'you' ? null : 'not checked: no document to try it on; run denytrace again afterwards';
}

/** What follows from a check. */
export function provenWords({
  check,
  stillBlocking,
  openAfter,
}: Pick<Fix, 'check' | 'stillBlocking' | 'openAfter'>): string {
  switch (check) {
    case 'allowed':
      return 'the request is allowed then';
    case 'open':
      return `nothing that could be read blocks it then${unseen(openAfter)}`;
    case 'still-blocked': {
      const by = stillBlocking.length === 0 ? '' : ` by ${someOf([...new Set(stillBlocking)])}`;
      return `it is still blocked then${by}`;
    }
  }
}

function unseen(gaps: readonly Gap[]): string {
  const things = [...new Set(gaps.map(({ what }) => what))];
  return things.length === 0 ? '' : `; unseen: ${someOf(things)}`;
}
