import { notGiven } from '../../src/model/gap.ts';
import type { ContextValue, RequestContext } from '../../src/model/request.ts';
import type { ConditionPair } from '../../src/policy/policy-document.ts';
import { requestContext } from '../../src/request/request-context.ts';

/**
 * The rows of a table written as text, cells between bars, the first line being the heading: one row is one test. A cell in double
 * quotes is JSON, for texts with spaces at their ends, bars, or nothing in them.
 */
export function rows(table: string): readonly (readonly string[])[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(1).map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/ \| |^\| | \|$/)
      .map((cell) => cellText(cell.trim())),
  );
}

function cellText(cell: string): string {
  return cell.startsWith('"') ? JSON.parse(cell) : cell;
}

/** A policy variable as a policy writes it. */
export function variable(inside: string): string {
  return `\${${inside}}`;
}

/** An operator-key pair of a policy. */
export function pair(operator: string, key: string, ...values: readonly string[]): ConditionPair {
  const located = values.map((value, index) => ({ value, pointer: `/${index}` }));
  return { operator, key, values: located, pointer: '', complete: true };
}

/** The gap of a key that nobody told. */
export const GAP = notGiven({ what: 'the key', toPass: null });

/** A value that may be there. */
export const UNKNOWN: ContextValue = { status: 'unknown', gap: GAP };

/** A request with these keys and no others. */
export function request(keys: Readonly<Record<string, ContextValue>>): RequestContext {
  return requestContext([keys], () => ({ status: 'missing' }));
}
