import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const SNAPSHOT = ['--snapshot', join(import.meta.dirname, '../../src/cli/demos/scp-and-identity.json')];
const CALLER = 'arn:aws:iam::222233334444:role/data-platform';
const WRITER = 'arn:aws:iam::555566667777:role/analytics-writer';
const DENIED = { principal: CALLER, action: 'sts:AssumeRole', resource: WRITER };
const OPEN = { principal: CALLER, action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a' };
const policy = join(folder, 'empty.json');
writeFileSync(policy, JSON.stringify({ Version: '2012-10-17', Statement: [] }));
const OWN_BUCKET = ['--resource-policy', policy];
const ALLOWED = { ...OPEN, context: { 'aws:ResourceAccount': '222233334444' } };

function file(name: string, requests: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, requests.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join(''));
  return path;
}

describe('denytrace can --file', () => {
  it.concurrent.each([
    [0, 'all allowed', [ALLOWED]],
    [0, 'all as expected, with empty lines between', ['', ALLOWED, '', { ...DENIED, expect: 'denied' }]],
    [1, 'one is denied', [ALLOWED, DENIED]],
    [1, 'one is allowed, and should not be', [{ ...ALLOWED, expect: 'denied' }]],
    [3, 'one cannot be told, since its own context is missing', [ALLOWED, OPEN]],
    [3, 'one cannot be told, and another is denied', [DENIED, OPEN]],
  ] as const)('exits with %i: %s', async (code, story, requests) => {
    const path = file(`${story}.jsonl`, requests);
    expect(await denytrace(['can', ...SNAPSHOT, ...OWN_BUCKET, '--file', path])).toMatchObject({ code, stderr: '' });
  });

  it('has a line with the verdict for each, then the reports of those that are not as expected', async () => {
    const requests = [ALLOWED, { ...DENIED, expect: 'denied' }, DENIED, OPEN];
    const path = file('four.jsonl', requests);
    const { stdout } = await denytrace(['can', ...SNAPSHOT, ...OWN_BUCKET, '-q', '--file', path]);
    const [lines = '', ...reports] = stdout.split('\n\n');
    expect(lines.split('\n').map((line) => line.split(/ +/).slice(0, 4))).toEqual([
      ['✓', 'allowed', CALLER, 's3:GetObject'],
      ['✗', 'denied', CALLER, 'sts:AssumeRole'],
      ['✗', 'denied', CALLER, 'sts:AssumeRole'],
      ['?', 'undetermined', CALLER, 's3:GetObject'],
    ]);
    expect(reports.map((report) => report.split(/ +/).slice(0, 2))).toEqual([
      ['sts:AssumeRole', 'denied'],
      ['s3:GetObject', 'undetermined'],
    ]);
  });

  it.concurrent.each(['json', 'jsonl'])('has all of them in %s', async (format) => {
    const path = file(`all-${format}.jsonl`, [ALLOWED, DENIED]);
    const { stdout } = await denytrace(['can', ...SNAPSHOT, ...OWN_BUCKET, '--format', format, '--file', path]);
    const printed: readonly { readonly verdict: string }[] =
      format === 'json'
        ? JSON.parse(stdout).diagnoses
        : stdout
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line));
    expect(printed.map(({ verdict }) => verdict)).toEqual(['allowed', 'denied']);
  });

  it.concurrent.each([
    ['not JSON', ['principal'], 'line 1: it is not a JSON object'],
    ['a list', [DENIED, [DENIED]], 'line 2: it is not a JSON object'],
    ['no action', [{ principal: CALLER }], 'line 1: action has to be a text'],
    ['no principal of AWS', [{ ...DENIED, principal: 'ana' }], 'line 1: ana is not a principal'],
    ['no resource of AWS', [{ ...DENIED, resource: 'bucket' }], 'line 1: bucket is not a resource'],
    ['a misspelt action', [{ ...DENIED, action: 'sts:AsumeRole' }], 'line 1: AWS lists no action sts:AsumeRole'],
    ['a misspelt field', [{ ...DENIED, resourse: '*' }], 'line 1: there is no field resourse'],
    ['a wrong answer', [{ ...DENIED, expect: 'maybe' }], 'line 1: expect has to be allowed or denied'],
    ['a wrong context', [{ ...DENIED, context: { a: 1 } }], 'line 1: context has to be an object'],
    ['nothing', [], 'it holds no request'],
  ] as const)('refuses a file with %s', async (story, requests, sentence) => {
    const path = file(`${story}.jsonl`, requests);
    const { code, stdout, stderr } = await denytrace(['can', '--no-aws', '--file', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`denytrace: cannot use ${path}`);
    expect(stderr).toContain(sentence);
  });

  it('is not asked together with a request', async () => {
    const path = file('one.jsonl', [DENIED]);
    const { code, stderr } = await denytrace(['can', '--file', path, CALLER, 's3:GetObject']);
    expect(code).toBe(2);
    expect(stderr).toContain('--file has the requests');
  });
});

describe('denytrace can me', () => {
  it('asks for the current identity, which a snapshot may know', async () => {
    const { code, stdout } = await denytrace(['can', ...SNAPSHOT, '--format', 'json', 'me', 'sts:AssumeRole', WRITER]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).diagnoses[0].request.principal).toMatchObject({ name: 'data-platform' });
  });

  it('says what to do where nothing tells who that is', async () => {
    const { code, stdout, stderr } = await denytrace(['can', '--no-aws', 'me', 's3:ListAllMyBuckets']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^denytrace: me is the current identity, which could not be read .*: pass its ARN instead\n$/,
    );
  });
});

it.concurrent.each([[['--wait', '5', '--no-aws']], [['--wait', '5', ...SNAPSHOT]]])(
  'can does not wait for what does not change: %j',
  async (options) => {
    const { code, stderr } = await denytrace(['can', ...options, CALLER, 's3:GetObject']);
    expect(code).toBe(2);
    expect(stderr).toContain('--wait asks AWS again');
  },
);
