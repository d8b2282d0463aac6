import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/command-line/parse-command-line.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { FORMAT_NAMES } from '../../src/report/formats.ts';

const TEXT = 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject';

describe('which command it is', () => {
  it.each([
    [[TEXT], 'diagnose'],
    [['--no-aws', TEXT], 'diagnose'],
    [[], 'diagnose'],
    [['run', '--', 'make'], 'run'],
    [['run', '--profile', 'ci', '--', 'make', '-j'], 'run'],
    [['--profile', 'ci', 'run', '--', 'make'], 'run'],
    [['run', 'terraform', 'apply', 'failed:', TEXT], 'diagnose'],
    [['can', 'arn:aws:iam::111122223333:user/ana', 's3:GetObject'], 'can'],
    [['can', 'arn:aws:iam::111122223333:user/ana', 's3:GetObject', 'arn:aws:s3:::b/k'], 'can'],
    [['can', 'somebody', 'tell', 'me', 'why:', TEXT], 'diagnose'],
    [['can', 'you', 'see', TEXT], 'diagnose'],
    [['demo'], 'demo'],
    [['demo', 'boundary'], 'demo'],
    [['demo', 'of', 'the', TEXT], 'diagnose'],
    [['explain', 'trust.near-miss'], 'explain'],
    [['explain', 'this', TEXT], 'diagnose'],
    [['permissions'], 'permissions'],
    [['completion', 'bash'], 'completion'],
    [['completion', '--', 'can', ''], 'completion'],
    [['completion', 'of', 'the', 'apply', TEXT], 'diagnose'],
    [['permissions', 'denied'], 'diagnose'],
    [['--', 'demo'], 'diagnose'],
    [['--version'], 'print'],
    [['run', '--help'], 'print'],
    [['can', '-h'], 'print'],
    [['help'], 'print'],
    [['help', 'can'], 'print'],
    [['help', 'me', 'with', TEXT], 'diagnose'],
    [['help', TEXT], 'diagnose'],
    [['can', 'anybody', '--help', 'me'], 'diagnose'],
    [['run', 'for', '--help'], 'diagnose'],
  ] as const)('%j: %s', (args, command) => {
    const request = parse(args);
    expect(request?.command ?? 'diagnose').toBe(command);
  });
});

/** The request; undefined where the line is refused as text with wrong options. */
function parse(args: readonly string[]) {
  try {
    return parseCommandLine(args);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

describe('options are taken wherever they are, as long as the text is one argument', () => {
  it.each([
    [[TEXT, '--no-aws'], TEXT, { aws: false }],
    [['--no-aws', TEXT, '--format', 'json'], TEXT, { aws: false, format: 'json' }],
    [[TEXT, '--caller=arn:aws:iam::111122223333:user/bob', '-v'], TEXT, { verbose: true }],
    [['AccessDenied', '-v'], 'AccessDenied', { verbose: true }],
    [['build.log', '--context', 'a=1', '--context', 'b=2'], 'build.log', { context: ['a=1', 'b=2'] }],
    [['-', '--no-aws'], '-', { aws: false }],
    [['--', '--no-aws'], '--no-aws', { aws: true }],
    [['-v', '--', '--no-aws'], '--no-aws', { aws: true, verbose: true }],
    [[TEXT, 'and', 'more', '-v'], `${TEXT} and more`, { verbose: true }],
  ] as const)('%j', (args, text, flags) => {
    expect(parseCommandLine(args)).toMatchObject({ command: 'diagnose', text, flags });
  });
});

describe('of an unquoted paste, only the options at its end are taken', () => {
  const paste = 'aws s3 cp --profile prod a s3://b failed: AccessDenied'.split(' ');
  it.each([
    [[], paste, [], { aws: true }],
    [[], paste, ['--no-aws'], { aws: false }],
    [[], paste, ['--profile', 'ci', '-v'], { profile: 'ci', verbose: true }],
    [['--no-aws'], paste, ['-q'], { aws: false, quiet: true }],
    [[], [...paste, '--'], ['-v'], { verbose: true }],
    [[], [...paste, '--recursive'], [], { aws: true }],
    [[], [...paste, '--profile'], [], { aws: true }],
  ] as const)('%j %j %j', (before, words, behind, flags) => {
    const request = parseCommandLine([...before, ...words, ...behind]);
    expect(request).toMatchObject({ command: 'diagnose', text: words.join(' '), flags, mistaken: null });
  });

  it('says what may have been meant where the last word is almost an option', () => {
    expect(parseCommandLine([...paste, '--no-awz'])).toMatchObject({
      text: [...paste, '--no-awz'].join(' '),
      hint: '--no-awz was read as text; did you mean --no-aws?',
    });
    expect(parseCommandLine([...paste, '--recursive'])).toMatchObject({ hint: null });
  });
});

describe('options', () => {
  it.each([
    [['--context', 'a=1', '--context', 'a=2', 'x'], { context: ['a=1', 'a=2'] }],
    [['--no-context', 'aws:SourceIp', '--no-context', 'k', 'x'], { noContext: ['aws:SourceIp', 'k'] }],
    [['--snapshot', 'a', '--snapshot', 'b', 'x'], { snapshot: ['a', 'b'] }],
    [['--no-aws', 'x'], { aws: false }],
    [['x'], { aws: true, format: 'text', timeout: 20, assume: [], context: [], noContext: [] }],
    [['--record', 'f', '--redact', 'x'], { redact: true }],
    [['--record', 'f', '--redact=names', 'x'], { redactNames: true }],
    [['--timeout', '1.5', 'x'], { timeout: 1.5 }],
    [['--no-color', 'x'], { color: false }],
  ] as const)('%j', (args, flags) => {
    expect(parseCommandLine(args)).toMatchObject({ flags });
  });

  it.each([
    [['--timeout', '0', 'x']],
    [['--timeout', 'soon', 'x']],
    [['--redact', 'x']],
    [['--redact=everything', '--record', 'f', 'x']],
    [['--quiet', '--verbose', 'x']],
    [['--snapshot-scope', 'account', 'x']],
    [['--tee', '--file', 'f']],
    [['--unknown', 'x']],
    [['--format', 'yaml', 'x']],
    [['--file']],
  ] as const)('%j is refused in one sentence', (args) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
  });
});

/** The sentence with which a command line is refused. */
function refusal(args: readonly string[]): string {
  try {
    parseCommandLine(args);
    return '';
  } catch (error) {
    return error instanceof UsageError ? error.message : String(error);
  }
}

describe('what cannot be meant', () => {
  it.each([
    [
      ['--format', 'yaml', 'x'],
      ['yaml', ...FORMAT_NAMES],
    ],
    [
      ['--timeout', 'soon', 'x'],
      ['soon', 'It must be a number of seconds, more than 0 and at most 3600.'],
    ],
    [['--file'], ['--file']],
    [
      ['demo', '--file', 'x'],
      ["unknown option '--file'", 'denytrace help options lists them'],
    ],
    [
      ['--fomat', 'json', 'x'],
      ['--fomat', 'Did you mean --format?', 'denytrace help options lists them'],
    ],
    [
      [TEXT, '--no-awz'],
      ['--no-awz', 'Did you mean --no-aws?'],
    ],
    [['AccessDenied', '--verbos'], ['Did you mean --verbose?']],
    [['can', 'me', 's3:GetObject', '--expekt', 'denied'], ['Did you mean --expect?']],
    [['permisions', '--terraform'], ['did you mean the command: denytrace permissions']],
    [
      ['--account-profile', 'prod', 'x'],
      ['--account-profile wants an account id and a profile, such as 444455556666=prod, not prod'],
    ],
  ] as const)('%j is refused in one line that says %j', (args, parts) => {
    const sentence = refusal(args);
    expect(sentence).not.toContain('\n');
    expect(parts.filter((part) => !sentence.includes(part))).toEqual([]);
  });

  it.each([
    [
      ['can', 'arn:aws:iam::111122223333:user/ana', 'GetObject'],
      'GetObject is not an action: write it with the prefix of its service, such as s3:GetObject',
    ],
    [['can'], 'the command can needs arguments: denytrace can [options] <principal> <action> [resource]'],
    [['can', '--wiat', '3', 'me', 's3:GetObject'], 'the command can has no option --wiat; did you mean --wait?'],
    [['run', 'make'], 'it does not fit the command run: denytrace run [options] -- <command...>'],
    [['demo', 'a', 'b'], 'denytrace demo [options] [name]'],
    [['permisions'], 'denytrace permissions'],
    [['mpc'], 'denytrace mcp'],
    [['cna'], 'denytrace can'],
    [['explan', 'trust.near-miss'], 'denytrace explain [cause | words...]'],
    [['cna', 'arn:aws:iam::111122223333:user/ana', 's3:GetObject'], 'denytrace can [options] <principal>'],
    [['rnu', '--', 'terraform', 'apply'], 'denytrace run [options] -- <command...>'],
    [['build.log'], 'there is no file build.log'],
    [['logs/build'], 'there is no file logs/build'],
    [['fan', 'of', 'it'], null],
    [['ran', 'terraform', 'apply'], null],
    [['AccessDenied'], null],
    [['arn:aws:iam::111122223333:user/ana'], null],
    [['somebody', 'can'], null],
    [['--', TEXT], null],
  ] as const)('%j as text without a denial: %s', (args, usage) => {
    const request = parseCommandLine(args);
    expect(request).toMatchObject({ mistaken: usage === null ? null : expect.stringContaining(usage) });
  });
});
