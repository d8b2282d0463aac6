import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, NAMED, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const DEMOS = join(import.meta.dirname, '../../src/cli/demos');
const NAMES = [
  'trust-near-miss',
  'scp-and-identity',
  'passrole-path',
  'deleted-principal',
  'boundary',
  'github-subject',
];

describe('--record', () => {
  it.concurrent.each(NAMES)('replays to the same report: %s', async (name) => {
    const copy = join(folder, `${name}.json`);
    const first = await denytrace(['--snapshot', join(DEMOS, `${name}.json`), '--record', copy, '-v']);
    const again = await denytrace(['--snapshot', copy, '-v']);
    // Who asked stands in the text around the denial, which no recording holds.
    expect(again).toMatchObject({ code: first.code, stdout: first.stdout.replace(/^asked by .*\n/m, ''), stderr: '' });
  });

  it('keeps the role that a line around the denial names, and nothing else of that line', async () => {
    const copy = join(folder, 'nearby.json');
    const lines = [
      'with:',
      '  secret: abc  role-to-assume: arn:aws:iam::111122223333:role/shop-deploy',
      'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    ];
    const json = ['--no-aws', '--format', 'json'];
    const first = await denytrace([...json, '--record', copy, lines.join('\n')]);
    const again = await denytrace([...json, '--snapshot', copy]);
    const nearbyIn = (stdout: string) => JSON.parse(stdout).diagnoses[0].denial.nearby;
    expect(nearbyIn(first.stdout)).toMatchObject([{ value: 'arn:aws:iam::111122223333:role/shop-deploy', line: 2 }]);
    expect(nearbyIn(again.stdout)).toEqual(nearbyIn(first.stdout));
    expect(readFileSync(copy, 'utf8')).not.toContain('abc');
  });

  it.concurrent.each(NAMES)('redacted, comes to the same causes: %s', async (name) => {
    const shared = join(folder, `${name}-shared.json`);
    const first = await denytrace(['--snapshot', join(DEMOS, `${name}.json`), '--record', shared, '--redact', '-q']);
    const again = await denytrace(['--snapshot', shared, '-q']);
    expect(again.code).toBe(first.code);
    expect(causesIn(again.stdout)).toEqual(causesIn(first.stdout));
    expect(readFileSync(shared, 'utf8')).not.toMatch(/111122223333|444455556666|o-exampleorg1/);
  });

  it('is for its owner only', async () => {
    const file = join(folder, 'private.json');
    await denytrace(['--no-aws', '--record', file, NAMED]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('keeps the options with the incident, but no token', async () => {
    const token = join(folder, 'token');
    writeFileSync(
      token,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"repo:a/b"}').toString('base64url')}.y`,
    );
    const file = join(folder, 'options.json');
    const given = ['--context', 'aws:SourceVpc=vpc-1', '--external-id', 'e-1', '--web-identity-token', token];
    await denytrace(['--no-aws', '--record', file, ...given, SILENT]);
    const { incident } = JSON.parse(readFileSync(file, 'utf8'));
    expect(incident).toMatchObject({ context: { 'aws:SourceVpc': 'vpc-1' }, options: { externalId: 'e-1' } });
    expect(JSON.stringify(incident)).not.toContain(readFileSync(token, 'utf8'));
  });

  it('writes nothing for a text without a denial, and says so', async () => {
    const file = join(folder, 'none.json');
    const { code, stderr } = await denytrace(['--no-aws', '--record', file, 'all is well']);
    expect(code).toBe(0);
    expect(stderr).toContain('was not written');
    expect(existsSync(file)).toBe(false);
  });

  it('costs nobody the report where it cannot be written', async () => {
    const { code, stdout, stderr } = await denytrace(['--no-aws', '--record', join(folder, 'no/where.json'), NAMED]);
    expect(code).toBe(2);
    expect(stdout).toContain('scp.named-by-aws');
    expect(stderr).toMatch(/^denytrace: cannot write .*where\.json: there is no such folder\n$/);
  });

  it('does not change how a command exits', async () => {
    const failing = ['sh', '-c', `echo '${NAMED}' >&2; exit 7`];
    const { code, stderr } = await denytrace([
      ...['run', '--no-aws', '--record', join(folder, 'no/where.json'), '--'],
      ...failing,
    ]);
    expect(code).toBe(7);
    expect(stderr).toContain('scp.named-by-aws');
    expect(stderr).toContain('there is no such folder');
  });
});

/** The ids of the causes, in their order. */
function causesIn(report: string): readonly string[] {
  return Array.from(report.matchAll(/^ {2}✗ ([a-z-]+\.[a-z-]+):/gm), ([, id]) => id ?? '');
}
