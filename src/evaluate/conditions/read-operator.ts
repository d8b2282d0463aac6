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
  const { qualifier, name, suffix } = partsOf(text);
  const operator = BY_NAME.get(name);
  const ifExists = suffix === 'IfExists';
  const set = setOf(qualifier);
  const isOdd = (suffix !== '' && !ifExists) || (qualifier !== null && set !== qualifier);
  if (operator === undefined || isOdd) return undocumented(text);
  if (operator.family === 'presence' && (ifExists || set !== null)) return `${operator.name} as ${text}`;
  return { operator, set, ifExists };
}

/** What an operator's name is meant to be, in whatever case it is written: to explain a policy with, never to decide by. */
export function meantOperator(text: string): WrittenOperator | undefined {
  const { qualifier, name, suffix } = partsOf(text);
  const operator = BY_LOWER_CASE.get(name.toLowerCase());
  return operator && { operator, set: setOf(qualifier), ifExists: suffix !== '' };
}

interface Parts {
  readonly qualifier: string | null;
  readonly name: string;
  /** `IfExists` in whatever case, or nothing. */
  readonly suffix: string;
}

function partsOf(text: string): Parts {
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  const suffix = rest.toLowerCase().endsWith('ifexists') ? rest.slice(-'IfExists'.length) : '';
  return {
    qualifier: colon < 0 ? null : text.slice(0, colon),
    name: rest.slice(0, rest.length - suffix.length),
    suffix,
  };
}

function setOf(qualifier: string | null): WrittenOperator['set'] {
  switch (qualifier?.toLowerCase()) {
    case 'forallvalues':
      return 'ForAllValues';
    case 'foranyvalue':
      return 'ForAnyValue';
    default:
      return null;
  }
}

function undocumented(text: string): string {
  const { name } = partsOf(text);
  const usual = BY_LOWER_CASE.get(name.toLowerCase());
  if (usual === undefined || usual.name === name) return `the condition operator ${text}`;
  return `the condition operator ${text}, which AWS writes ${usual.name}`;
}
