import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/cli/fix-dir/make-folder.ts';
import { planFixes } from '../../src/cli/fix-dir/plan-fixes.ts';
import { shellScript } from '../../src/cli/fix-dir/shell-script.ts';
import type { Cause, Change, Diagnosis } from '../../src/model/diagnosis.ts';
import { CI_SESSION, diagnosis } from '../report/diagnoses/parts.ts';
import { denytrace, NAMED, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();

function onOneLine(report: string): string {
  return report.replace(/\s+/g, ' ');
}

describe('--fix-dir', () => {
  it('writes the complete new policies and one guarded script', async () => {
    const fixes = join(folder, 'two-accounts');
    const { stdout } = await denytrace(['demo', 'scp-and-identity', '--fix-dir', fixes]);
    expect(onOneLine(stdout)).toContain(`the complete new policy and the command that applies it are in ${fixes}`);
    expect(readdirSync(fixes).toSorted()).toEqual([
      'OnlyPlatformAssumesAcross-scp.json',
      'commands.sh',
      'data-platform-Warehouse-inline.json',
    ]);
    const script = join(fixes, 'commands.sh');
    execFileSync('/bin/sh', ['-n', script]);
    expect(statSync(script).mode & 0o111).not.toBe(0);
    const text = readFileSync(script, 'utf8');
    expect(text.match(/^if \[ "\$here" = \d{12} \]; then$/gm)).toEqual([
      'if [ "$here" = 999900001111 ]; then',
      'if [ "$here" = 222233334444 ]; then',
    ]);
    expect(text).toContain('together: the request is allowed');
  });

  it('writes the same again, but never over something else', async () => {
    const fixes = join(folder, 'again');
    expect((await denytrace(['demo', 'boundary', '--fix-dir', fixes])).code).toBe(0);
    expect((await denytrace(['demo', 'boundary', '--fix-dir', fixes])).code).toBe(0);
    writeFileSync(join(fixes, 'commands.sh'), 'mine');
    const { code, stdout, stderr } = await denytrace(['demo', 'boundary', '--fix-dir', fixes]);
    expect(code).toBe(2);
    expect(stderr).toContain('exists with other content');
    expect(stdout).toContain('boundary.');
    expect(onOneLine(stdout)).not.toContain(`are in ${fixes}`);
    expect(readFileSync(join(fixes, 'commands.sh'), 'utf8')).toBe('mine');
  });

  it('writes the statement that AWS says is missing, without reading anything', async () => {
    const fixes = join(folder, 'named');
    const user = 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform';
    const text = (action: string, resource: string) =>
      `An error occurred (AccessDenied): ${user}: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
    const { stdout } = await denytrace([
      ...['--no-aws', '--fix-dir', fixes],
      text('sqs:receivemessage', 'arn:aws:sqs:eu-west-1:111122223333:orders'),
    ]);
    expect(onOneLine(stdout)).toContain(`the complete new policy and the command that applies it are in ${fixes}`);
    const file = 'ana-AllowReceiveMessage-orders-inline.json';
    expect(JSON.parse(readFileSync(join(fixes, file), 'utf8'))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
      ],
    });
    expect(readFileSync(join(fixes, 'commands.sh'), 'utf8')).toContain(
      'aws iam put-user-policy --user-name ana --policy-name AllowReceiveMessage-orders',
    );

    // Nothing shows which service would get the role: what lets it be passed to any service is no fix.
    const role = text('iam:PassRole', 'arn:aws:iam::111122223333:role/web');
    const unnamed = await denytrace(['--no-aws', '--fix-dir', join(folder, 'unnamed'), role]);
    expect(unnamed.stderr).toContain('no fix changes a document');
    expect(onOneLine(unnamed.stdout)).toContain('"iam:PassedToService": "SERVICE_HOST"');
  });

  it('says where no fix changes a document, and writes nothing', async () => {
    const fixes = join(folder, 'nothing');
    const { code, stderr } = await denytrace(['--no-aws', '--fix-dir', fixes, NAMED]);
    expect(code).toBe(1);
    expect(stderr).toBe(`denytrace: no fix changes a document, so ${fixes} was not written\n`);
    expect(readdirSync(folder)).not.toContain('nothing');
  });

  it('writes Terraform beside it', async () => {
    const fixes = join(folder, 'terraform');
    await denytrace(['demo', 'trust-near-miss', '--fix-dir', fixes, '--fix-format', 'terraform']);
    expect(readdirSync(fixes).toSorted()).toEqual(['commands.sh', 'fixes.tf', 'prod-deploy-trust.json']);
    expect(readFileSync(join(fixes, 'fixes.tf'), 'utf8').match(/^resource /gm)).toHaveLength(1);
  });

  it('is told in one sentence where the folder cannot be made', async () => {
    const file = join(folder, 'file');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, '');
    const { code, stderr } = await denytrace(['demo', 'boundary', '--fix-dir', join(file, 'sub')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot write to .*sub: [^\n]+\n/);
  });
});

describe('the folder', () => {
  it('is made with those above it', () => {
    const path = join(folder, 'not', 'there', 'yet');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it.skipIf(!existsSync('/proc/self'))('is told where the file system takes none', async () => {
    const { code, stderr } = await denytrace(['demo', 'boundary', '--fix-dir', '/proc/denytrace-fixes']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write to /proc/denytrace-fixes: no folder can be made in /proc\n');
  });
});

describe('fixes of one policy', () => {
  const trust = {
    name: 'deploy',
    arn: null,
    kind: 'trust',
    attachedTo: 'arn:aws:iam::444455556666:role/deploy',
  } as const;
  const document = (aws: unknown) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: aws } }],
  });
  const pointer = '/Statement/0/Principal/AWS';

  function fixing(after: unknown, change: Partial<Change> = {}): Diagnosis {
    const cause: Cause = {
      key: String(after),
      id: 'trust.near-miss',
      layer: 'trust',
      rung: 'evaluated',
      blocker: null,
      aspect: null,
      summary: '',
      evidence: [{ kind: 'quote', text: '', lines: [1, 1] }],
      fix: {
        who: 'role-owner',
        summary: `add ${String(after)}`,
        account: '444455556666',
        changes: [{ policy: trust, pointer, before: 'a', after, ...change }],
        commands: [['aws', 'iam', 'update-assume-role-policy', '--policy-document', 'file://deploy-trust.json']],
        documents: [{ file: 'deploy-trust.json', document: document(after) }],
        check: 'allowed',
        stillBlocking: [],
        openAfter: [],
      },
    };
    return diagnosis({ causes: [cause], request: { ...diagnosis({}).request, principal: CI_SESSION } });
  }

  it('that add to one list become one document, put in place once', () => {
    const { documents, commands } = planFixes([fixing(['a', 'b']), fixing(['a', 'c']), fixing(['a', 'b'])]);
    expect(documents).toEqual([{ file: 'deploy-trust.json', policy: trust, document: document(['a', 'b', 'c']) }]);
    expect(commands).toHaveLength(1);
  });

  it('are all told above the one command', () => {
    const diagnoses = [fixing(['a', 'b']), fixing(['a', 'c']), fixing(['a', 'b'])];
    const comments = shellScript(planFixes(diagnoses), diagnoses).match(/^# trust.*$/gm) ?? [];
    expect(comments.map((line) => line.replace(/ \(.*/, ''))).toEqual([
      '# trust.near-miss: add a,b',
      '# trust.near-miss: add a,c',
    ]);
  });

  it('that change one service control policy where it is attached to two levels become one document', () => {
    const scp = (attachedTo: string): Change['policy'] => ({
      name: 'AllowList',
      arn: 'arn:aws:organizations::999900001111:policy/o-a1b2c3d4e5/service_control_policy/p-allowlist1',
      kind: 'scp',
      attachedTo,
    });
    const { documents } = planFixes([
      fixing(['a', 'b'], { policy: scp('r-ab12') }),
      fixing(['a', 'c'], { policy: scp('ou-ab12-workload') }),
    ]);
    expect(documents.map((one) => one.document)).toEqual([document(['a', 'b', 'c'])]);
  });

  it('that append the same statement append it once', () => {
    const append = { pointer: '/Statement/-', before: null, after: { Sid: 'New' } };
    const appended = { ...document('a'), Statement: [...document('a').Statement, { Sid: 'New' }] };
    const one = fixing(append.after, append);
    const [cause] = one.causes;
    const fix = cause?.fix;
    if (!fix) throw new Error('the cause has a fix');
    const twice = {
      ...one,
      causes: [{ ...cause, fix: { ...fix, documents: [{ file: 'x.json', document: appended }] } }],
    };
    expect(planFixes([twice, twice]).documents).toEqual([{ file: 'x.json', policy: trust, document: appended }]);
  });

  it('that exclude each other are never both put in place', () => {
    const diagnoses = [fixing('b'), fixing('c')];
    const plan = planFixes(diagnoses);
    expect(plan.documents.map(({ file }) => file)).toEqual(['deploy-trust.json', 'deploy-trust-2.json']);
    const script = shellScript(plan, diagnoses);
    const active = script.split('\n').filter((line) => /^\s*aws /.test(line));
    expect(active).toEqual(['  aws iam update-assume-role-policy --policy-document file://deploy-trust.json']);
    expect(script).toContain('# Do not combine with deploy-trust.json');
  });
});
