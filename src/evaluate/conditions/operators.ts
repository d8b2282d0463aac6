import { arnLike } from './arn.ts';
import { binaryEquals } from './binary.ts';
import { bool } from './boolean.ts';
import { date } from './date.ts';
import { ipAddress } from './ip-address.ts';
import { numeric } from './numeric.ts';
import type { CompileValue } from './outcome.ts';
import { stringEquals, stringEqualsIgnoreCase, stringLike } from './string.ts';

/** A condition operator. A negated one holds where none of its values matches. `presence`: it asks only whether the key is there. */
export type ConditionOperator =
  | { readonly name: string; readonly tests: 'values'; readonly negated: boolean; readonly compile: CompileValue }
  | { readonly name: string; readonly tests: 'presence' };

const equal = (order: number) => order === 0;
const less = (order: number) => order < 0;
const lessOrEqual = (order: number) => order <= 0;
const greater = (order: number) => order > 0;
const greaterOrEqual = (order: number) => order >= 0;

/**
 * Every condition operator, by AWS's spelling. ForAllValues:, ForAnyValue: and IfExists go with any of them, IfExists not with Null.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const OPERATORS: readonly ConditionOperator[] = [
  is('StringEquals', stringEquals),
  isNot('StringNotEquals', stringEquals),
  is('StringEqualsIgnoreCase', stringEqualsIgnoreCase),
  isNot('StringNotEqualsIgnoreCase', stringEqualsIgnoreCase),
  is('StringLike', stringLike),
  isNot('StringNotLike', stringLike),
  is('NumericEquals', numeric(equal)),
  isNot('NumericNotEquals', numeric(equal)),
  is('NumericLessThan', numeric(less)),
  is('NumericLessThanEquals', numeric(lessOrEqual)),
  is('NumericGreaterThan', numeric(greater)),
  is('NumericGreaterThanEquals', numeric(greaterOrEqual)),
  is('DateEquals', date(equal)),
  isNot('DateNotEquals', date(equal)),
  is('DateLessThan', date(less)),
  is('DateLessThanEquals', date(lessOrEqual)),
  is('DateGreaterThan', date(greater)),
  is('DateGreaterThanEquals', date(greaterOrEqual)),
  is('Bool', bool),
  is('BinaryEquals', binaryEquals),
  is('IpAddress', ipAddress),
  isNot('NotIpAddress', ipAddress),
  is('ArnEquals', arnLike),
  is('ArnLike', arnLike),
  isNot('ArnNotEquals', arnLike),
  isNot('ArnNotLike', arnLike),
  { name: 'Null', tests: 'presence' },
];

function is(name: string, compile: CompileValue): ConditionOperator {
  return { name, tests: 'values', negated: false, compile };
}

function isNot(name: string, compile: CompileValue): ConditionOperator {
  return { name, tests: 'values', negated: true, compile };
}
