import type { DenialCase } from '../../model/denial-case.ts';
import { placeOfStatement } from '../words.ts';
import type { StatementMiss } from './statement-miss.ts';

/** One sentence: which statement, what it says, what was asked, the difference. How sure it is, its words say. */
export function missSummary(miss: StatementMiss, denialCase: DenialCase): string {
  const { element, policySays, requestHas, difference } = miss.nearMiss;
  const place = placeOfStatement(denialCase, miss.statement);
  const would = `${place} would allow it`;
  if (!miss.certain) return `${would} if its ${element} holds: ${policySays}; ${difference}`;
  switch (element) {
    case 'action':
      return `${place} allows ${policySays}, and ${requestHas} was asked: ${difference}`;
    case 'resource':
      return `${place} covers ${policySays}, and ${requestHas} was asked for: ${difference}`;
    case 'principal':
      return `${place} names ${policySays}, and the caller is ${requestHas}: ${difference}`;
    case 'condition':
      return `${would} but for a condition, ${policySays}: ${difference}`;
  }
}
