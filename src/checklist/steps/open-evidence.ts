import { statementEvidence } from '../../evidence/statement-evidence.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { StatementEvidence } from '../../model/evidence.ts';
import type { LayerVerdict, StatementFinding } from '../../model/verdict.ts';

/** More would bury the questions. */
const MOST = 3;

/**
 * Where the answer of a layer turns on what is not known: the conditions that may hold or not, else the statements that may match or
 * not. A Deny comes first: it would decide whatever else is found.
 */
export function openEvidence(
  { deny, allow, statements }: LayerVerdict,
  denialCase: DenialCase,
): readonly StatementEvidence[] {
  const open = statements.filter(({ match }) => match === 'unknown');
  const denies = deny === 'unknown' ? open.filter(({ effect }) => effect === 'Deny') : [];
  const allows = allow === 'unknown' ? open.filter(({ effect }) => effect === 'Allow') : [];
  return [...denies, ...allows].flatMap((statement) => inStatement(statement, denialCase)).slice(0, MOST);
}

function inStatement(statement: StatementFinding, denialCase: DenialCase): readonly StatementEvidence[] {
  const conditions = statement.conditions.filter(({ match }) => match === 'unknown');
  if (conditions.length === 0) return [statementEvidence(denialCase, statement)];
  return conditions.map(({ pointer }) => statementEvidence(denialCase, statement, pointer));
}
