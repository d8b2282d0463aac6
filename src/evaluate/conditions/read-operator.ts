import { type ConditionOperator, OPERATORS } from './operators.ts';

/** An operator as a policy writes it: with a set qualifier, and for the case that the key is there only. */
export interface WrittenOperator {
  readonly operator: ConditionOperator;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
}

const BY_NAME = new Map(OPERATORS.map((operator) => [operator.name, operator]));
const BY_LOWER_CASE = new Map(OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]));

/**
 * Reads an operator's name; a noun phrase about it where AWS does not document such a one. AWS does not say whether case counts
 * in these names.
 */
export function readOperator(text: string): WrittenOperator | string {
  const colon = text.indexOf(':');
  const set = colon < 0 ? null : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  const ifExists = rest.endsWith('IfExists');
  const name = ifExists ? rest.slice(0, -'IfExists'.length) : rest;
  const operator = BY_NAME.get(name);
  if (operator === undefined || !(set === null || set === 'ForAllValues' || set === 'ForAnyValue'))
    return undocumented(text);
  if (operator.tests === 'presence' && (ifExists || set !== null)) return `${operator.name} as ${text}`;
  return { operator, set, ifExists };
}

function undocumented(text: string): string {
  const name = text.slice(text.indexOf(':') + 1).replace(/IfExists$/i, '');
  const usual = BY_LOWER_CASE.get(name.toLowerCase());
  if (usual === undefined || usual.name === name) return `the condition operator ${text}`;
  return `the condition operator ${text}, which AWS writes ${usual.name}`;
}
