import { readAccountProfiles } from '../reading/aws-options.ts';
import { UsageError } from '../usage-error.ts';
import type { Flags } from './flags.ts';

type Rule = readonly [breaks: (flags: Flags) => boolean, sentence: string];

/** Options that do not go together. */
const RULES: readonly Rule[] = [
  [({ quiet, verbose }) => quiet === true && verbose === true, '--quiet and --verbose cannot be used together'],
  [({ aws, live }) => !aws && live === true, '--no-aws and --live cannot be used together'],
  [
    ({ record, redact, redactNames }) => record === undefined && (redact === true || redactNames === true),
    '--redact is about the file that --record writes: pass --record FILE too',
  ],
  [
    ({ snapshotScope, snapshot }) => snapshotScope !== undefined && snapshot.length === 0,
    '--snapshot-scope says how to read a --snapshot: pass --snapshot FILE too',
  ],
  [
    ({ wait, aws, snapshot, live }) => wait !== undefined && (!aws || (snapshot.length > 0 && live !== true)),
    '--wait asks AWS again: it cannot be used with --no-aws, and with --snapshot only if --live is given too',
  ],
  [({ tee, file }) => tee === true && file.length > 0, '--tee copies standard input: it cannot be used with --file'],
];

/** Throws a UsageError for options that do not go together, and for account profiles that are none. */
export function checkFlags(flags: Flags): void {
  for (const [breaks, sentence] of RULES) if (breaks(flags)) throw new UsageError(sentence);
  readAccountProfiles(flags.accountProfile);
}
