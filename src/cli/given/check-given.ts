import { GIVEN_VALUES } from '../../request/given-values.ts';
import type { Flags } from '../command-line/flags.ts';
import { UsageError } from '../usage-error.ts';
import { checkAction } from './check-action.ts';

const OPTIONS = Object.keys(GIVEN_VALUES) as readonly (keyof typeof GIVEN_VALUES)[]; // the keys of the table

/** Throws a UsageError for an option whose value cannot be what it stands for. `prefix`: what stands before its name where it is given. */
export function checkGiven(flags: Flags, prefix = '--'): void {
  for (const option of OPTIONS) {
    const value = flags[option];
    const { fits, wanted } = GIVEN_VALUES[option];
    if (value !== undefined && !fits(value)) throw new UsageError(`${prefix}${option} wants ${wanted}, not ${value}`);
  }
  if (flags.action !== undefined) checkAction(flags.action);
}
