/** The program in one sentence. */
export const SUMMARY =
  'Paste an AWS AccessDenied: get the policy statement that denied it, a checked fix, and what could not be read.';

/** The commands, for the help. */
export const COMMANDS = `Commands:
  denytrace [text...]             diagnose a text, a file or standard input
  denytrace run -- <command...>   run a command and diagnose what it was denied
  denytrace can <principal> <action> [resource]
                                  the same without an error text
  denytrace demo [name]           a made-up incident
  denytrace explain [cause]       what a cause means
  denytrace permissions           the read-only policy that denytrace needs
`;

/** Command lines to begin with, for the help. */
export const EXAMPLES = `Examples:
  denytrace "User: arn:aws:iam::111122223333:user/ana is not authorized to
    perform: s3:GetObject on resource: arn:aws:s3:::b/k"
  pbpaste | denytrace
  denytrace --file build.log --format markdown
  terraform apply 2>&1 | denytrace --tee
  denytrace run -- terraform apply
  denytrace can arn:aws:iam::111122223333:role/ci s3:GetObject arn:aws:s3:::b/k

Options may stand before or after the text. Of a text without quotes, only those
at its end are read as options.
`;

/** What each exit code means, for the help. */
export const EXIT_CODES = `Exit codes:
  0   no AWS denial in the input, or (can) allowed
  1   denied, and every denial is explained, or (can) denied
  2   wrong usage, or an input that cannot be read
  3   a denial is not explained, or contradicts what could be read,
      or (can) nobody can tell
  70  a bug in denytrace
  run exits as its command did; --exit-zero and --format github turn 1 and 3
  into 0; demo exits with 0`;
