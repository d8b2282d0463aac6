import type { Case } from '../model/case.ts';
import type { Evidence } from '../model/evidence.ts';
import { quoteReason } from './aws-words/quote-clause.ts';
import type { Blockage } from '../causes/cause.ts';
import { statementEvidence } from './statement-evidence.ts';

/** The statement that denies, and AWS's words where AWS named its layer. `pointer`: the part of it that matters. */
export function denyEvidence(
  { statement, layer, rung }: Blockage,
  subject: Case,
  pointer?: string,
): readonly Evidence[] {
  const own = statement === null ? [] : [statementEvidence(subject, statement, pointer ?? statement.pointer)];
  const quote = rung === 'aws' ? quoteReason(subject, layer) : undefined;
  return quote === undefined ? own : [...own, quote];
}
