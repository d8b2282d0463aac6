import type { Reading } from './read-and-compare.ts';

/** A number as its digits: exact, however long it is. */
export interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly fraction: string;
}

/** "An integer or decimal value". Other spellings (1e3, +5, .5, spaces) are not documented. */
export function readDecimal(text: string): Reading<Decimal> {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text.trim() === '' || Number.isNaN(Number(text)) ? 'none' : 'unclear';
  const [, sign = '', digits = '', decimals = ''] = match;
  const whole = digits.slice(countLeadingZeros(digits));
  const fraction = withoutTrailingZeros(decimals);
  return { value: { negative: sign !== '' && whole + fraction !== '', whole, fraction } };
}

/** Less than zero where the left one is smaller. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.negative !== right.negative) return left.negative ? -1 : 1;
  const order = compareMagnitudes(left, right);
  return left.negative ? -order : order;
}

/** Less than zero where the left digits, read after a decimal point, are smaller. */
export function compareFractions(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The digits after a decimal point, without those that say nothing. */
export function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

function compareMagnitudes(left: Decimal, right: Decimal): number {
  if (left.whole.length !== right.whole.length) return left.whole.length - right.whole.length;
  return compareFractions(left.whole, right.whole) || compareFractions(left.fraction, right.fraction);
}

function countLeadingZeros(digits: string): number {
  let count = 0;
  while (digits[count] === '0') count += 1;
  return count;
}
