import type { UserOptions } from '../../model/question.ts';
import { UsageError } from '../usage-error.ts';

/** `key=value` pairs; a key that is given several times has several values. Keys are the same in any case. */
export function readContext(pairs: readonly string[]): UserOptions['context'] {
  const context = new Map<string, readonly [key: string, values: readonly string[]]>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new UsageError(`--context wants key=value, such as aws:SourceVpc=vpc-1a2b3c, not ${pair}`);
    const [key, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    const [spelling, values] = context.get(key.toLowerCase()) ?? [key, []];
    context.set(key.toLowerCase(), [spelling, [...values, value]]);
  }
  return Object.fromEntries(
    [...context.values()].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** The first key that is said to be missing and has a value, in whatever case it is written; undefined where there is none. */
export function keyInBoth(context: UserOptions['context'], missing: readonly string[]): string | undefined {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  return missing.find((key) => given.has(key.toLowerCase()));
}
