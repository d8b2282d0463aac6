import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Evidence } from '../model/evidence.ts';
import { quoteClause } from './aws-words/quote-clause.ts';
import { statementEvidence } from './statement-evidence.ts';

/** The statement that denies, and AWS's words where AWS named its layer. `pointer`: the part of it that matters. */
export function denyEvidence(
  { statement, layer, certainty }: Blocker,
  denialCase: DenialCase,
  pointer?: string,
): readonly Evidence[] {
  const own = statement === null ? [] : [statementEvidence(denialCase, statement, pointer ?? statement.pointer)];
  const quote = certainty === 'aws' ? quoteClause(denialCase, layer) : undefined;
  return quote === undefined ? own : [...own, quote];
}
