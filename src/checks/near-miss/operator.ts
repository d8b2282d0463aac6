/** A condition operator, taken apart. */
export interface Operator {
  /** Without qualifier and IfExists: `StringEquals`. */
  readonly name: string;
  readonly family: 'string' | 'arn' | 'number' | 'date' | 'boolean' | 'address' | 'binary' | 'null' | 'other';
  readonly negated: boolean;
  readonly patterns: boolean;
  readonly ifExists: boolean;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function readOperator(text: string): Operator {
  const colon = text.indexOf(':');
  const qualifier = text.slice(0, Math.max(0, colon)).toLowerCase();
  const rest = text.slice(colon + 1);
  const ifExists = /IfExists$/i.test(rest);
  const name = ifExists ? rest.slice(0, -'IfExists'.length) : rest;
  return {
    name,
    family: familyOf(name.toLowerCase()),
    negated: /not/i.test(name),
    patterns: /like$|^arn/i.test(name),
    ifExists,
    set: qualifier === 'forallvalues' ? 'ForAllValues' : qualifier === 'foranyvalue' ? 'ForAnyValue' : null,
  };
}

const FAMILIES = [
  ['string', 'string'],
  ['arn', 'arn'],
  ['numeric', 'number'],
  ['date', 'date'],
  ['bool', 'boolean'],
  ['ip', 'address'],
  ['notip', 'address'],
  ['binary', 'binary'],
  ['null', 'null'],
] as const;

function familyOf(name: string): Operator['family'] {
  return FAMILIES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'other';
}
