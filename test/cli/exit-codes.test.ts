import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, NAMED, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const broken = join(folder, 'broken.json');
const wrong = join(folder, 'wrong.json');
writeFileSync(broken, '{');
writeFileSync(wrong, JSON.stringify({ denytrace: 'snapshot/1', scope: 'request', accounts: { nobody: {} } }));
mkdirSync(join(folder, 'sub'));
const log = join(folder, 'a.log');
const otherLog = join(folder, 'b.log');
for (const path of [log, otherLog]) writeFileSync(path, NAMED);

const CODES: readonly (readonly [code: number, story: string, args: readonly string[]])[] = [
  [0, 'the version', ['--version']],
  [0, 'the help', ['--help']],
  [0, 'the help of a command', ['can', '--help']],
  [0, 'a text without a denial', ['--no-aws', 'all is well']],
  [
    0,
    'a text about a quota',
    ['--no-aws', 'An error occurred (LimitExceeded) when calling the CreateRole operation: Cannot exceed quota'],
  ],
  [1, 'AWS names the layer', ['--no-aws', NAMED]],
  [
    1,
    'the credentials are at fault',
    [
      '--no-aws',
      'An error occurred (ExpiredToken) when calling the AssumeRole operation: The security token included in the request is expired',
    ],
  ],
  [3, 'nobody can tell', ['--no-aws', SILENT]],
  [3, 'one of two cannot be told', ['--no-aws', `${NAMED}\n\n${SILENT.replace('prod-deploy', 'other')}`]],
  [0, 'nobody can tell, and that is fine', ['--no-aws', '--exit-zero', SILENT]],
  [0, 'annotations', ['--no-aws', '--format', 'github', SILENT]],
  [2, 'an option that does not exist', ['--wat', SILENT]],
  [2, 'a format that does not exist', ['--format', 'xml', SILENT]],
  [2, 'a file that does not exist', ['--file', join(folder, 'none')]],
  [2, 'a folder for a file', ['--file', join(folder, 'sub')]],
  [1, 'several files, as a shell writes a glob', ['--no-aws', '--file', log, otherLog]],
  [1, 'several files, and nothing else', ['--no-aws', log, otherLog]],
  [2, 'several files, one of which does not exist', ['--no-aws', log, join(folder, 'none')]],
  [2, 'a file and a text', ['--no-aws', '--file', log, SILENT]],
  [1, 'two files', ['--no-aws', '--file', log, '--file', otherLog]],
  [2, 'two policies for one layer', ['--no-aws', '--scp', log, '--scp', otherLog, SILENT]],
  [2, 'two profiles', ['can', '--profile', 'a', '--profile=b', 'arn:aws:iam::111122223333:role/ci', 's3:GetObject']],
  [2, 'a snapshot that is no JSON', ['--snapshot', broken]],
  [2, 'a snapshot with a wrong part', ['--snapshot', wrong, SILENT]],
  [2, 'a key that is given and lacking', ['--context', 'aws:SourceIp=1.1.1.1', '--no-context', 'aws:sourceip', SILENT]],
  [2, 'a context without a value', ['--context', 'aws:SourceIp', SILENT]],
  [2, 'an assumption that does not exist', ['--assume', 'scp=deny', SILENT]],
  [2, 'an account profile that is none', ['--account-profile', 'prod', SILENT]],
  [2, 'options that exclude each other', ['--no-aws', '--live', SILENT]],
  [2, 'a cause that does not exist', ['explain', 'trust.near-mis']],
  [2, 'a demo that does not exist', ['demo', 'nothing']],
  [2, 'a mistyped command with its arguments', ['explan', 'trust.near-miss']],
  [2, 'a mistyped command with its options', ['permisions', '--terraform']],
  [2, 'a mistyped name of a file', ['--no-aws', 'bilud.log']],
  [1, 'a file as the only argument', ['--no-aws', log]],
  [1, 'a file with options behind it', [log, '--no-aws', '-q']],
  [2, 'a file that would be overwritten', [log, '--no-aws', '--record', log]],
  [2, 'can, for something that is no principal', ['can', '--no-aws', 'ana', 's3:GetObject']],
  [2, 'can, for something that is no action', ['can', '--no-aws', 'arn:aws:iam::111122223333:role/ci', 'GetObject']],
  [2, 'a caller that is none', ['--no-aws', '--caller', 'ana', SILENT]],
  [2, 'an action that is none', ['--no-aws', '--action', 'GetObject', SILENT]],
  [2, 'a resource that is none', ['--no-aws', '--resource', 'my-bucket', SILENT]],
  [2, 'a service that is none', ['--no-aws', '--service', 'lambda', SILENT]],
  [2, 'a region that is none', ['--no-aws', '--region', 'mars', SILENT]],
  [
    3,
    'can, when nobody can tell',
    ['can', '--no-aws', 'arn:aws:iam::111122223333:role/ci', 's3:GetObject', 'arn:aws:s3:::b/k'],
  ],
];

describe('exit codes', () => {
  it.concurrent.each(CODES)('%i: %s', async (code, _, args) => {
    const { code: got, stdout, stderr } = await denytrace(args);
    expect({ code: got, stderr: got === code ? '' : stderr }).toEqual({ code, stderr: '' });
    if (code !== 2) expect(stderr.replace(/^denytrace: .*\n$/, '')).toBe('');
    else {
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^denytrace: [^\n]+\n$/);
    }
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('sentences of wrong usage', () => {
  it.concurrent.each([
    [['--file', 'none.log'], 'cannot read none.log: there is no such file'],
    [
      ['--file', 'a.log', 'b.log'],
      '--file a.log cannot be used with a text, and b.log is one: there is no file of that name',
    ],
    [['--file', '-', '--file', 'b.log'], '--file - is standard input, and cannot be used with further files'],
    [['--snapshot', wrong, SILENT], ': /accounts/nobody '],
    [['explain', 'trust.near-mis'], 'did you mean trust.near-miss'],
    [['--wat'], 'denytrace help options lists them'],
    [['demo', 'nothing'], 'trust-near-miss'],
    [['demo', 'bondary'], 'did you mean boundary?'],
    [['bilud.log'], 'there is no file bilud.log'],
    [['--no-aws', 'permisions'], 'did you mean the command: denytrace permissions'],
  ] as const)('%j: %s', async (args, sentence) => {
    expect((await denytrace(args)).stderr).toContain(sentence);
  });
});

it('the text that the help has for an example is a denial', async () => {
  const { stdout } = await denytrace(['--help']);
  const [, text = ''] = /^ {2}denytrace "([^"]+)"/m.exec(stdout) ?? [];
  expect((await denytrace(['--no-aws', text])).stdout).toMatch(/^s3:GetObject {2}denied\n/m);
});

it('a text without a denial gets one sentence', async () => {
  const { stdout } = await denytrace(['--no-aws', 'all is well']);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse((await denytrace(['--no-aws', '--format', 'json', 'all is well'])).stdout)).toEqual({
    schema: 'denytrace/1',
    diagnoses: [],
  });
});
