import type { UserOptions } from '../../model/question.ts';
import { UsageError } from '../usage-error.ts';

const KNOWN: Readonly<Record<string, UserOptions['assume']>> = {
  'session=none': { session: 'none' },
  'endpoint=none': { endpoint: 'none' },
  'scp=allow': { scp: 'allow' },
  'rcp=allow': { rcp: 'allow' },
};

/** What can be assumed, as it is written. */
export const ASSUMPTIONS: readonly string[] = Object.keys(KNOWN);

/** What --assume takes for granted; several are separated by commas. */
export function readAssumptions(values: readonly string[]): UserOptions['assume'] {
  let assume: UserOptions['assume'] = {};
  for (const item of values.flatMap((value) => value.split(','))) {
    const known = Object.hasOwn(KNOWN, item.trim()) ? KNOWN[item.trim()] : undefined;
    if (known === undefined) throw new UsageError(`--assume knows ${ASSUMPTIONS.join(', ')}, not ${item.trim()}`);
    assume = { ...assume, ...known };
  }
  return assume;
}
