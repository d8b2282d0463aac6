import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { elementTexts } from '../evidence/policy-lookup.ts';
import { listWords } from '../evidence/value-words.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { shortName } from '../model/short-name.ts';

/**
 * What one more value in a statement allows besides the denied request, in words: the statement's other actions, and the other members of the group that
 * has the policy. The owner decides with that in view whether the statement was meant so. Undefined where it is nothing; of a trust policy, whose other
 * actions are nothing without the one that was denied, too.
 */
export function alsoAllowed(miss: StatementNearMiss, { request }: DenialCase): string | undefined {
  const { statement, document, element } = miss;
  if (statement.layer === 'trust' || request === null) return undefined;
  const actions = element === 'action' ? [] : elementTexts(document, statement, 'Action').map(({ value }) => value);
  const others = actions.filter((value) => value.toLowerCase() !== request.action.toLowerCase());
  const group = /:group\//.test(statement.policy.attachedTo ?? '') ? shortName(statement.policy.attachedTo) : undefined;
  const words = [
    others.length === 0 ? undefined : `the statement then allows ${listWords(others)} there as well`,
    group === undefined ? undefined : `everyone in group ${group} gets it`,
  ].filter((each) => each !== undefined);
  return words.length === 0 ? undefined : words.join('; ');
}
