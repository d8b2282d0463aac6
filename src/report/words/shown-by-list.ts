import type { Cause } from '../../model/diagnosis.ts';

/** True where the list shows the change, and the cause does not: there is none, or only AWS's word and advice. */
export function isShownByList(cause: Cause | undefined): boolean {
  return cause === undefined || (cause.blocker === 'named-by-aws' && cause.fix?.documents.length !== 1);
}
