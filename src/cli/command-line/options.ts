import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES } from '../../report/formats.ts';
import { ASSUMPTIONS } from '../given/assumptions.ts';
import { OPTION_WORDS, SNAPSHOT_SCOPES, USUAL_TIMEOUT } from './option-words.ts';

/** Adds options of one heading to a command. */
type Add = (command: Command) => void;

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** True for an option with a value that may be given once only. */
export function isOnceOnly({ required, parseArg }: Option): boolean {
  return required && parseArg !== collect;
}

function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser(collect);
}

/** Commander takes every option that begins with `--no-` for the negation of another one; this one has a value of its own. */
function noContext(): Option {
  const option = repeatable('--no-context <key>', 'a condition key that was not in the request (repeatable)');
  option.negate = false;
  return option;
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600))
    throw new InvalidArgumentError('It must be a number of seconds, more than 0 and at most 3600.');
  return number;
}

function day(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for a day in March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(value))
    throw new InvalidArgumentError('It must be a day, as YYYY-MM-DD.');
  return value;
}

/** https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html */
function tableName(value: string): string {
  if (!/^[a-z0-9_]{1,255}(?:\.[a-z0-9_]{1,255})?$/.test(value))
    throw new InvalidArgumentError(
      'It must be table or database.table, of lower-case letters, digits and underscores.',
    );
  return value;
}

/** Where the text comes from. */
export const textOptions: Add = (command) => {
  command
    .optionsGroup('Input:')
    .addOption(repeatable('--file <file>', 'read the text from a file of any size, .gz as well (repeatable)'))
    .option(
      '--known <file>',
      'exit with 1 or 3 only for denials that are not in this file, which --format json printed',
    )
    .option('--tee', 'copy standard input to standard output unchanged, report on standard error');
};

/** Where the facts come from. */
export const sourceOptions: Add = (command) => {
  command
    .optionsGroup('Facts:')
    .addOption(
      repeatable(
        '--snapshot <file>',
        'read the facts from a file that --record or aws iam get-account-authorization-details wrote (repeatable)',
      ),
    )
    .addOption(new Option('--snapshot-scope <scope>', OPTION_WORDS.snapshotScope).choices(SNAPSHOT_SCOPES))
    .option('--live', 'with --snapshot: read from AWS what the snapshots lack')
    .option('--no-aws', 'use only the text and the files given, not AWS');
};

/** What is kept of what was read. */
export const recordOptions: Add = (command) => {
  command
    .optionsGroup('Facts:')
    .option('--record <file>', 'write what was read to a file, to replay or share')
    .option(
      '--redact',
      'replace in it account, organization, unique and key ids, e-mail addresses and session names with placeholders; --redact=names: all other names too (roles, users, policies, Sids, tags, external ids, buckets and other resources, hosts, IP addresses, VPC ids, token issuers and subjects), but not actions, services, regions, AWS-managed policies, times, numbers',
    )
    .addOption(new Option('--redact-names').hideHelp());
};

/** Caller, action and resource, where the text does not name them. */
export const subjectOptions: Add = (command) => {
  command
    .optionsGroup('What the text leaves out:')
    .option('--caller <arn>', OPTION_WORDS.caller)
    .option('--action <action>', OPTION_WORDS.action)
    .option('--resource <arn>', OPTION_WORDS.resource);
};

/** What no API tells of a request. */
export const givenOptions: Add = (command) => {
  command
    .optionsGroup('What the text leaves out:')
    .option('--service <host>', OPTION_WORDS.service)
    .addOption(repeatable('--context <key=value>', 'a condition key of the request (repeat for several values)'))
    .addOption(noContext())
    .option('--external-id <value>', OPTION_WORDS.externalId)
    .option('--session-policy <file|arn>', OPTION_WORDS.sessionPolicy)
    .option('--resource-policy <file>', OPTION_WORDS.resourcePolicy)
    .option('--scp <file>', OPTION_WORDS.scp)
    .option('--rcp <file>', OPTION_WORDS.rcp)
    .option('--endpoint-policy <file>', OPTION_WORDS.endpointPolicy)
    .option('--web-identity-token <file>', 'the token that was sent; decoded here, never sent or printed')
    .addOption(repeatable('--assume <what>', `assume: ${ASSUMPTIONS.join(', ')} (commas)`));
};

/** Who reads the facts. */
export const credentialOptions: Add = (command) => {
  command
    .optionsGroup('Credentials:')
    .option('--profile <name>', OPTION_WORDS.profile)
    .addOption(repeatable('--account-profile <id=name>', `${OPTION_WORDS.accountProfile} (repeatable)`))
    .option('--org-profile <name>', OPTION_WORDS.orgProfile)
    .option('--find-profiles', OPTION_WORDS.findProfiles)
    .option('--region <region>', OPTION_WORDS.region)
    .addOption(
      new Option('--timeout <seconds>', 'stop reading from AWS after this many seconds')
        .default(USUAL_TIMEOUT)
        .argParser(seconds),
    );
};

/** How the report looks. */
export const reportOptions: Add = (command) => {
  command
    .optionsGroup('Output:')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMAT_NAMES).default('text'))
    .option('--all', 'print every denial, not only the first five')
    .option('--fix-dir <folder>', 'write the complete new policies, and the commands that apply them, to a folder')
    .addOption(
      new Option('--fix-format <format>', 'how to show a change').choices(['json', 'terraform']).default('json'),
    )
    .option('-q, --quiet', 'one line a denial, no progress')
    .option('-v, --verbose', 'also evidence of passing steps, whole policies, the context')
    .option('--trace', 'also which causes were considered, in order, and why each was ruled out (on standard error)');
};

/** What every command has. */
export const commonOptions: Add = (command) => {
  command.option('--no-color', 'no colours');
};

/** What asks about requests without an error text has of its own. */
export const canOptions: Add = (command) => {
  command
    .optionsGroup('Requests:')
    .addOption(
      new Option(
        '--file <file>',
        'many requests, one JSON object a line: principal, action, and if needed resource, context, expect',
      ).argParser((file: string) => [file]),
    )
    .addOption(
      new Option('--expect <verdict>', 'exit with 0 for this answer').choices(['allowed', 'denied']).default('allowed'),
    )
    .addOption(
      new Option(
        '--wait <seconds>',
        'ask again until the answer is the expected one, for at most so long: a change in IAM takes some seconds to arrive',
      ).argParser(seconds),
    );
};

/** The period and the table of a query. */
export const queryOptions: Add = (command) => {
  command
    .addOption(new Option('--since <date>', 'the first day, such as 2026-01-01 (UTC)').argParser(day))
    .addOption(new Option('--until <date>', 'the last day').argParser(day))
    .addOption(
      new Option('--table <name>', 'the table of CloudTrail logs, as table or database.table').argParser(tableName),
    )
    .option('--create-table', 'the statement that creates the table, instead of the query');
};

/** What every command has whose exit code tells of denials. */
export const exitOptions: Add = (command) => {
  command.option('--exit-zero', 'exit with 0 instead of 1 or 3');
};
