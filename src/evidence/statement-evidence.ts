import { nameWithoutPath } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { NearMissEvidence, StatementEvidence } from '../model/evidence.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { parentPointer } from '../policy/pointer.ts';
import { printDocument } from '../policy/print-document.ts';
import { documentOf } from './policy-lookup.ts';

/** A near miss without the words that are printed under it. */
type UnmarkedNearMiss = Omit<NearMissEvidence, 'mark'>;

/** Longer values are cut in an excerpt: a statement may list thousands of resources. */
const MOST_LINES = 30;

/**
 * A place in a policy, with its lines in the printed document: `line` is the first line of the value at `pointer`, `excerpt` all lines of
 * the value.
 */
export function statementEvidence(
  denialCase: DenialCase,
  statement: StatementFinding,
  pointer: string = statement.pointer,
  nearMiss: UnmarkedNearMiss | null = null,
): StatementEvidence {
  const { line, excerpt, within } = excerptAt(documentOf(denialCase, statement), pointer, statement.pointer);
  return {
    kind: 'statement',
    policy: statement.policy,
    statement: { index: statement.index, sid: statement.sid },
    pointer,
    line,
    excerpt,
    within,
    nearMiss: nearMiss && { ...nearMiss, mark: markWords(nearMiss) },
  };
}

/** The words under the place of a near miss. A difference in a condition says what the request has, and so do most others. */
function markWords({ element, requestHas, difference }: UnmarkedNearMiss): string {
  const last = nameWithoutPath(requestHas);
  const saysIt = requestHas === '' || difference.includes(requestHas) || (last !== '' && difference.includes(last));
  if (element === 'condition' || saysIt) return difference;
  return `${difference}; ${element === 'principal' ? 'the caller is' : 'asked:'} ${requestHas}`;
}

function excerptAt(
  document: unknown,
  pointer: string,
  top: string,
): Required<Pick<StatementEvidence, 'line' | 'excerpt' | 'within'>> {
  const printed = printDocument(document);
  const place = printed.placeOf(pointer);
  const all = printed.text.split('\n');
  const lines = all.slice(place.first - 1, place.last);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
  const within = parentsBelow(top, pointer)
    .map((parent) => printed.placeOf(parent).first)
    .map((line) => ({ line, text: all[line - 1] ?? '' }));
  return { line: place.first, excerpt: shown.join('\n'), within };
}

/** The pointers of all values around the one at a pointer, inside the value at `top`; outermost first. */
function parentsBelow(top: string, pointer: string): readonly string[] {
  const found: string[] = [];
  for (let at = parentPointer(pointer); at?.startsWith(`${top}/`); at = parentPointer(at)) found.unshift(at);
  return found;
}
