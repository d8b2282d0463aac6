import type { Diagnosis } from '../../model/diagnosis.ts';
import type { PolicyStatement, Requirement } from '../../model/requirement.ts';
import { type RequirementLine, words } from './requirements/requirement-line.ts';

/** More statements than these are not sent in a message. */
const MOST = 10;

/**
 * The statements that other denials of the same cause and principal need in the same document: all of them are one change. Nothing for documents that a way
 * of several leads to.
 */
export function alikeLines(one: Requirement, alike: readonly Diagnosis[]): readonly RequirementLine[] {
  const own = statementsOf(one).map((statement) => JSON.stringify(statement));
  const others = alike.flatMap(({ requirements }) =>
    requirements.filter((other) => isSameDocument(one, other)).flatMap(statementsOf),
  );
  const needed = [...new Map(others.map((statement) => [JSON.stringify(statement), statement]))]
    .filter(([text]) => !own.includes(text))
    .map(([, statement]): RequirementLine => ({ kind: 'statement', statement }));
  if (needed.length === 0) return [];
  const left = needed.length > MOST ? [words(`and ${needed.length - MOST} more (--all).`)] : [];
  return [
    words('The other denials of this group need this in the same document, so send it along:'),
    ...needed.slice(0, MOST),
    ...left,
  ];
}

function statementsOf(one: Requirement): readonly PolicyStatement[] {
  return one.need === 'allow' && one.ways.length === 1 ? one.ways[0].statements : [];
}

function isSameDocument(one: Requirement, other: Requirement): boolean {
  return (
    one.id === other.id &&
    one.step === other.step &&
    one.target.attachedTo === other.target.attachedTo &&
    one.target.account === other.target.account
  );
}
