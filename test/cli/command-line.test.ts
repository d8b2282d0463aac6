import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/command-line/parse-command-line.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { FORMAT_NAMES } from '../../src/report/render.ts';

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

describe('what follows the first word is text', () => {
  it.each([
    [[TEXT, '--no-aws'], `${TEXT} --no-aws`],
    [['AccessDenied', '-v'], 'AccessDenied -v'],
    [['--', '--no-aws'], '--no-aws'],
  ] as const)('%j', (args, text) => {
    expect(parseCommandLine(args)).toMatchObject({ command: 'diagnose', text });
  });

  it('says so where an option was meant', () => {
    expect(parseCommandLine([TEXT, '--no-aws'])).toMatchObject({
      hint: expect.stringContaining('--no-aws was read as text'),
    });
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

describe('what cannot be meant', () => {
  it.each([
    [['--format', 'yaml', 'x'], `--format cannot be yaml: it is one of ${FORMAT_NAMES.join(', ')}`],
    [
      ['--timeout', 'soon', 'x'],
      '--timeout cannot be soon: it must be a number of seconds, more than 0 and at most 3600',
    ],
    [['--file'], '--file needs a value; denytrace --help lists the options'],
    [['demo', '--file', 'x'], "unknown option '--file'; denytrace demo --help lists the options"],
    [
      ['--account-profile', 'prod', 'x'],
      '--account-profile wants an account id and a profile, such as 444455556666=prod, not prod',
    ],
  ] as const)('%j is told in one sentence of ours', (args, sentence) => {
    expect(() => parseCommandLine(args)).toThrow(new UsageError(sentence));
  });

  it.each([
    [
      ['can', 'arn:aws:iam::111122223333:user/ana', 'GetObject'],
      'denytrace can <principal> <service:Action> [resource]',
    ],
    [['run', 'make'], 'denytrace run -- <command...>'],
    [['demo', 'a', 'b'], 'denytrace demo [name]'],
    [['somebody', 'can'], null],
    [['--', TEXT], null],
  ] as const)('%j as text without a denial: %s', (args, usage) => {
    const request = parseCommandLine(args);
    expect(request).toMatchObject({ mistaken: usage === null ? null : expect.stringContaining(usage) });
  });
});

describe('help', () => {
  it.each([80, 100])('is no wider than %i columns', (width) => {
    for (const args of [
      ['--help'],
      ['run', '-h'],
      ['can', '-h'],
      ['demo', '-h'],
      ['explain', '-h'],
      ['permissions', '-h'],
    ]) {
      const request = parseCommandLine(args, width);
      const lines = request.command === 'print' ? request.text.split('\n') : [];
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });
});
