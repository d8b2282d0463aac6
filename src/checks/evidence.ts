import type { Case } from '../model/case.ts';
import type { NearMiss, SearchedEvidence, StatementEvidence } from '../model/evidence.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { printDocument } from '../policy/print-document.ts';
import { documentOf } from './statement-text.ts';

/** Longer values are cut in an excerpt: a statement may list thousands of resources. */
const MOST_LINES = 30;

/**
 * A place in a policy, with the lines that stand there when we print the document: `line` is the first line of the value at
 * `pointer`, `excerpt` the value's lines from there on.
 */
export function statementEvidence(
  subject: Case,
  statement: StatementFinding,
  pointer: string = statement.pointer,
  nearMiss: NearMiss | null = null,
): StatementEvidence {
  const { line, excerpt } = excerptAt(documentOf(subject, statement), pointer);
  return {
    kind: 'statement',
    policy: statement.policy,
    statement: { index: statement.index, sid: statement.sid },
    pointer,
    line,
    excerpt,
    nearMiss,
  };
}

function excerptAt(document: unknown, pointer: string): Pick<StatementEvidence, 'line' | 'excerpt'> {
  const printed = printDocument(document);
  const place = printed.placeOf(pointer);
  const lines = printed.text.split('\n').slice(place.first - 1, place.last);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
  return { line: place.first, excerpt: shown.join('\n') };
}

/** Where we looked in vain: every statement of a layer that could have allowed it, and the nearest miss. */
export function searchedEvidence(
  where: string,
  statements: number,
  nearest: StatementEvidence | null = null,
): SearchedEvidence {
  return { kind: 'searched', where, statements, nearest };
}
