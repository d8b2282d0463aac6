import type { CommandName } from './command-name.ts';

/** The help of a command: what it is, how it is written, examples, and the options that most people need, by their long names. */
export interface CommandHelp {
  readonly usage: string;
  /** A few words for the list of commands. */
  readonly summary: string;
  readonly examples: string;
  readonly options: readonly string[];
}

const READING = ['--profile', '--account-profile', '--org-profile', '--no-aws', '--snapshot'];
const PRINTING = ['--format', '--fix-dir', '--quiet', '--verbose'];

/** The help of each command. */
export const HELPS: Readonly<Record<CommandName, CommandHelp>> = {
  diagnose: {
    usage: 'denytrace [options] [text | file | -]',
    summary: 'diagnose a text, a file or standard input',
    examples: `  pbpaste | denytrace
  denytrace build.log --format markdown
  denytrace "User: arn:aws:iam::111122223333:user/ana is not authorized to
    perform: s3:GetObject on resource: arn:aws:s3:::b/k" --no-aws
  terraform apply 2>&1 | denytrace --tee
  denytrace run -- terraform apply
  denytrace can me s3:GetObject arn:aws:s3:::b/k`,
    options: ['--context', ...READING, '--record', ...PRINTING, '--all', '--version', '--help'],
  },
  run: {
    usage: 'denytrace run [options] -- <command...>',
    summary: 'diagnose what a command was denied',
    examples: `  denytrace run -- terraform apply
  denytrace run --profile audit --report denied.txt -- ./deploy.sh --prod`,
    options: ['--report', ...READING, ...PRINTING, '--help'],
  },
  can: {
    usage: 'denytrace can [options] <principal> <action> [resource]',
    summary: 'the same without an error text',
    examples: `  denytrace can me s3:GetObject arn:aws:s3:::b/k
  denytrace can arn:aws:iam::111122223333:role/ci sts:AssumeRole
    arn:aws:iam::444455556666:role/deploy --account-profile 444455556666=prod
  denytrace can me s3:DeleteBucket arn:aws:s3:::b --expect denied
  denytrace can me sqs:SendMessage arn:aws:sqs:us-east-1:111122223333:q --wait 9
  denytrace can --file requests.jsonl`,
    options: ['--file', '--expect', '--wait', '--context', ...READING, ...PRINTING, '--help'],
  },
  demo: {
    usage: 'denytrace demo [options] [name]',
    summary: 'a made-up incident, without AWS',
    examples: `  denytrace demo
  denytrace demo boundary --format markdown`,
    options: [...PRINTING, '--help'],
  },
  explain: {
    usage: 'denytrace explain [cause | words...]',
    summary: 'what a cause means, and how to fix it',
    examples: `  denytrace explain
  denytrace explain trust.near-miss
  denytrace explain mfa`,
    options: ['--no-color', '--help'],
  },
  permissions: {
    usage: 'denytrace permissions [options]',
    summary: 'the read-only policy that denytrace needs',
    examples: `  denytrace permissions > denytrace-policy.json
  denytrace permissions --terraform`,
    options: ['--terraform', '--no-color', '--help'],
  },
  query: {
    usage: 'denytrace query [options] <engine>',
    summary: 'a query for the denials in CloudTrail',
    examples: `  denytrace query athena --since 2026-01-01 --until 2026-01-31
  denytrace query athena --create-table
  denytrace query cloudwatch-insights`,
    options: ['--since', '--until', '--table', '--create-table', '--no-color', '--help'],
  },
  completion: {
    usage: 'denytrace completion <shell>',
    summary: 'completion for bash, zsh or fish',
    examples: `  eval "$(denytrace completion bash)"
  eval "$(denytrace completion zsh)"
  denytrace completion fish > ~/.config/fish/completions/denytrace.fish`,
    options: ['--no-color', '--help'],
  },
  mcp: {
    usage: 'denytrace mcp [options]',
    summary: 'the same for coding agents (MCP server)',
    examples: `  denytrace mcp
  denytrace mcp --profile audit --org-profile management
  denytrace mcp --no-aws`,
    options: [...READING, '--find-profiles', '--help'],
  },
};

/** The program in one sentence. */
export const SUMMARY =
  'Paste an AWS AccessDenied: get the policy statement that denied it, a checked fix, and what could not be read.';

/** Where options are taken. */
export const PLACES = `Options may stand before or after the text. Of a text without quotes around it,
only those at its end are taken.
`;

/** What each exit code means. */
export const EXIT_CODES = `Exit codes:
  0   no AWS denial in the input, or (can) allowed
  1   denied, and every denial is explained, or (can) denied
  2   wrong usage, or an input that cannot be read
  3   a denial is not explained or contradicts what was read, or (can) unknown
  70  a bug in denytrace
  run exits as its command did; --exit-zero and --format github turn 1 and 3
  into 0; demo exits with 0
`;
