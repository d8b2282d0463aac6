import type { StatementResult } from '../../model/evaluation.ts';
import type { PolicyRef } from '../../model/policy.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';

/** The results of one policy's statements, by the index of the statement; for each one as many as there are ways in which it came out. */
type Results = StatementResult[][];

const results = new WeakMap<PolicyRef, Results>();

/**
 * The findings as the library gives them out. Most statements come to the same again, whatever the request: equal results are one object, made
 * once. Those with several conditions, each of which may come out in its own way, are made for every request.
 * @param hasLevels do the policies stand on levels of an organization?
 */
export function statementResults(
  findings: readonly StatementFinding[],
  hasLevels: boolean,
): readonly StatementResult[] {
  let policy: PolicyRef | undefined;
  let shared: Results = [];
  const made: StatementResult[] = [];
  for (const finding of findings) {
    if (finding.policy !== policy) {
      policy = finding.policy;
      shared = resultsOf(policy);
    }
    const level = hasLevels ? finding.level : null;
    made.push(finding.conditions.length > 1 ? resultOf(finding, level) : sharedResult(finding, level, shared));
  }
  return made;
}

function resultsOf(policy: PolicyRef): Results {
  const known = results.get(policy);
  if (known !== undefined) return known;
  const none: Results = [];
  results.set(policy, none);
  return none;
}

/** Of a single condition the answer is that of the element. */
function sharedResult(finding: StatementFinding, level: number | null, shared: Results): StatementResult {
  const { index, elements } = finding;
  let ways = shared[index];
  if (ways === undefined) {
    ways = [];
    shared[index] = ways;
  }
  for (const way of ways) if (way.elements === elements && way.level === level) return way;
  const made = resultOf(finding, level);
  for (const part of [made, made.conditions, ...made.conditions]) Object.freeze(part);
  ways.push(made);
  return made;
}

function resultOf(finding: StatementFinding, level: number | null): StatementResult {
  const { policy, index, sid, effect, match, elements } = finding;
  const conditions = finding.conditions.map(conditionResult);
  return { policy: policy.name, level, index, sid, effect, match, elements, conditions };
}

function conditionResult({ operator, key, match }: ConditionFinding): StatementResult['conditions'][number] {
  return { operator, key, match };
}
