import { namedCaller } from '../evidence/named-caller.ts';
import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { elementTexts } from '../evidence/policy-lookup.ts';
import { listWords } from '../evidence/value-words.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { shortName } from '../model/short-name.ts';
import { getPointer } from '../policy/pointer.ts';

/**
 * What one more value in a statement allows besides the denied request, in words: the statement's other actions, the other members of the group that
 * has the policy, the other principals of a resource's policy. The owner decides with that in view whether the statement was meant so. Undefined where
 * it is nothing; of a trust policy, whose other actions are nothing without the one that was denied, too.
 */
export function alsoAllowed(miss: StatementNearMiss, denialCase: DenialCase): string | undefined {
  const { request } = denialCase;
  const { statement, document, element } = miss;
  if (statement.layer === 'trust' || request === null) return undefined;
  const actions = element === 'action' ? [] : elementTexts(document, statement, 'Action').map(({ value }) => value);
  const others = actions.filter((value) => value.toLowerCase() !== request.action.toLowerCase());
  const group = /:group\//.test(statement.policy.attachedTo ?? '') ? shortName(statement.policy.attachedTo) : undefined;
  const words = [
    others.length === 0 ? undefined : `the statement then allows ${listWords(others)} there as well`,
    group === undefined ? undefined : `everyone in group ${group} gets it`,
    element === 'principal' ? undefined : otherPrincipals(miss, denialCase),
  ].filter((each) => each !== undefined);
  return words.length === 0 ? undefined : words.join('; ');
}

/** `the statement then allows it to account 111122223333 as well`: whom the statement of a resource's policy names besides the caller. */
function otherPrincipals({ statement, document }: StatementNearMiss, denialCase: DenialCase): string | undefined {
  if (statement.layer !== 'resource') return undefined;
  const { arn, principal } = namedCaller(denialCase);
  const own = new Set([arn, principal.arn, principal.name]);
  const principals = [getPointer(document, `${statement.pointer}/Principal`)].flat();
  const named = principals.flatMap((one) => (typeof one === 'string' ? [one] : Object.values(Object(one)).flat()));
  const others = named.filter((one): one is string => typeof one === 'string' && !own.has(one));
  return others.length === 0
    ? undefined
    : `the statement then allows it to ${listWords(others.map(principalWords))} as well`;
}

function principalWords(text: string): string {
  if (text === '*') return 'every principal that meets its conditions';
  const account = /^(\d{12})$|:iam::(\d{12}):root$/.exec(text);
  return account === null ? shortName(text) : `account ${account[1] ?? account[2]}`;
}
