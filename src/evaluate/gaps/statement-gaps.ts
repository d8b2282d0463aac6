import { type Gap, unsupported } from '../../model/gap.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { matchResource, resourceGap } from '../elements/match-resource.ts';
import type { CompiledStatement } from '../statements/compile-policy.ts';
import { principalGaps } from './principal-gaps.ts';

/** Why it is not known whether a statement matches: everything that could turn one of its elements. */
export function statementGaps(
  statement: CompiledStatement,
  finding: StatementFinding,
  compiled: CompiledRequest,
): readonly Gap[] {
  const where = `statement ${finding.index} of ${finding.policy.name}`;
  const { action, resource, principal, condition } = finding.elements;
  const gaps: Gap[] = [];
  if (action === 'unknown') gaps.push(unsupported(`the Action of ${where}`));
  if (resource === 'unknown') gaps.push(...resourceGaps(statement, compiled, where));
  if (principal === 'unknown') gaps.push(...principalGaps(statement, compiled, where));
  if (condition === 'unknown') gaps.push(...conditionGaps(finding, where));
  for (const part of statement.source.unsupportedParts) gaps.push(unsupported(`${part.what} in ${where}`));
  return gaps;
}

function resourceGaps({ resource }: CompiledStatement, compiled: CompiledRequest, where: string): readonly Gap[] {
  const { context } = compiled.request;
  const gaps = (resource?.entries ?? []).flatMap((entry) => {
    const match = matchResource(entry, compiled.resource, context);
    const open = match === 'unknown' || (match === 'void' && resource?.negated === true);
    return open ? [resourceGap(entry, compiled.resource, context)] : [];
  });
  return gaps.length > 0 && resource?.complete === true ? gaps : [...gaps, unsupported(`the Resource of ${where}`)];
}

function conditionGaps({ conditions }: StatementFinding, where: string): readonly Gap[] {
  return conditions.flatMap(({ match, gap, operator, key }) =>
    match === 'unknown' ? [gap ?? unsupported(`${operator} ${key} in ${where}`)] : [],
  );
}
