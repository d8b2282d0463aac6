import { GIVEN_VALUES } from '../../request/given-values.ts';
import type { Flags } from '../command-line/flags.ts';
import { UsageError } from '../usage-error.ts';
import { checkAction } from './check-action.ts';

const OPTIONS = ['caller', 'action', 'resource', 'service', 'region'] as const;

/** Throws a UsageError for an option whose value cannot be what it stands for. */
export function checkGiven(flags: Flags): void {
  for (const option of OPTIONS) {
    const value = flags[option];
    const { fits, wanted } = GIVEN_VALUES[option];
    if (value !== undefined && !fits(value)) throw new UsageError(`--${option} wants ${wanted}, not ${value}`);
  }
  if (flags.action !== undefined) checkAction(flags.action);
}
