import type { Case } from '../model/case.ts';
import type { Remedy } from '../model/remedy.ts';
import { allowRemedies } from './allow-remedies.ts';
import { callerArnIsKnown } from './caller-as-named.ts';
import type { Blockage } from './check.ts';
import type { ConditionMiss } from './near-miss/condition-miss.ts';
import type { StatementMiss } from './near-miss/statement-miss.ts';
import { isPermissionSet, ownerOf } from './owners.ts';
import { elementTexts } from './statement-text.ts';
import { isAwsManaged } from './words.ts';

/**
 * The value that is missing beside the one that comes near. Nothing is replaced: others may rely on it. Where the statement grants
 * more than was asked for, a statement of its own is smaller.
 */
export function missRemedies(miss: StatementMiss, blockage: Blockage, subject: Case): readonly Remedy[] {
  const { policy } = miss.statement;
  if (isAwsManaged(policy) || !miss.certain) return miss.certain ? allowRemedies(blockage, subject) : [];
  const who = ownerOf(blockage.layer, subject, policy);
  if (miss.nearMiss.element === 'condition') return conditionRemedies(miss, blockage, subject);
  if (!suits(miss, subject)) return allowRemedies(blockage, subject);
  return [{ kind: 'add-value', policy, pointer: miss.pointer, value: miss.nearMiss.requestHas, who }];
}

/** Would the value, written beside the other one, let in just the request? */
function suits({ statement, document, nearMiss, pointer }: StatementMiss, subject: Case): boolean {
  if (/\/Not(Action|Resource)(\/|$)/.test(pointer)) return false;
  const broad = (element: 'Action' | 'Resource') =>
    elementTexts(document, statement, element).some(({ value }) => value === '*' || value.endsWith(':*'));
  const unnamed = (element: 'NotAction' | 'NotResource') => elementTexts(document, statement, element).length > 0;
  if (nearMiss.element === 'action')
    return !unnamed('NotResource') && (!broad('Resource') || subject.request?.resource === '*');
  if (broad('Action') || unnamed('NotAction')) return false;
  if (nearMiss.element === 'resource') return true;
  // A role whose path is not known cannot be named: it has to be the right one, or saving the policy fails.
  const known = callerArnIsKnown(subject) || !isPermissionSet(nearMiss.requestHas);
  return known && subject.facts.principal?.type !== 'federated';
}

function conditionRemedies(miss: StatementMiss, blockage: Blockage, subject: Case): readonly Remedy[] {
  const who = ownerOf(blockage.layer, subject, miss.statement.policy);
  const added = miss.conditions.map((condition): Remedy | undefined => {
    const value = valueToAdd(condition);
    if (value === undefined) return undefined;
    return { kind: 'add-value', policy: miss.statement.policy, pointer: condition.condition.pointer, value, who };
  });
  return added.every((remedy) => remedy !== undefined) ? added : allowRemedies(blockage, subject);
}

/** A value that one more entry in the list would let through; undefined where no entry can. */
export function valueToAdd({ operator, condition }: ConditionMiss): string | undefined {
  const { request } = condition;
  if (operator.negated || request.status !== 'known' || request.values.length !== 1) return undefined;
  const [value = ''] = request.values;
  switch (operator.family) {
    case 'string':
    case 'arn':
      return operator.patterns && /[*?$]/.test(value) ? undefined : value;
    case 'address':
      return value;
    case 'number':
    case 'date':
    case 'boolean':
    case 'binary':
    case 'null':
    case 'other':
      return undefined;
  }
}
