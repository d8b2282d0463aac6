import type { DenialCase } from '../../model/denial-case.ts';
import { findQuote } from './find-quote.ts';

/**
 * True where the text, or AWS's record, says which action was denied. False where only the operation is known: a call can need several
 * actions, and the one that it is named after need not be the one that was denied.
 */
export function namesAction(denialCase: DenialCase): boolean {
  const { denial, facts, text } = denialCase;
  if (facts.record.status === 'known' && facts.record.value.action !== null) return true;
  const action = denial?.action ?? null;
  return action !== null && (text === '' || findQuote(denialCase, [action]) !== undefined);
}
