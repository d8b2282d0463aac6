import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const empty = join(folder, 'empty.json');
writeFileSync(empty, JSON.stringify({ Version: '2012-10-17', Statement: [] }));
const deny = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
const scp = join(folder, 'no-reports.json');
writeFileSync(scp, JSON.stringify({ Version: '2012-10-17', Statement: [deny] }));
const rcp = join(folder, 'private-reports.json');
writeFileSync(rcp, JSON.stringify({ Version: '2012-10-17', Statement: [{ ...deny, Principal: '*' }] }));

const SNAPSHOT = ['--snapshot', join(import.meta.dirname, '../../src/cli/demos/scp-and-identity.json')];
const CALLER = 'arn:aws:iam::222233334444:role/data-platform';
const DENIED = [CALLER, 'sts:AssumeRole', 'arn:aws:iam::555566667777:role/analytics-writer'];
const OPEN = [CALLER, 's3:GetObject', 'arn:aws:s3:::reports/a'];
const OWN_BUCKET = ['--resource-policy', empty, '--context', 'aws:ResourceAccount=222233334444'];

describe('denytrace can', () => {
  it.concurrent.each([
    [0, 'what is allowed', [...OWN_BUCKET, ...OPEN]],
    [1, 'what is allowed, and should not be', ['--expect', 'denied', ...OWN_BUCKET, ...OPEN]],
    [1, 'what is denied', DENIED],
    [0, 'what is denied, and should be', ['--expect', 'denied', ...DENIED]],
    [3, 'what nobody can tell', OPEN],
    [3, 'what nobody can tell, whatever is expected', ['--expect', 'denied', ...OPEN]],
    [0, 'what nobody can tell, where that is fine', ['--exit-zero', ...OPEN]],
    [0, 'annotations', ['--format', 'github', ...DENIED]],
  ] as const)('exits with %i for %s', async (code, _, args) => {
    expect(await denytrace(['can', ...SNAPSHOT, ...args])).toMatchObject({ code, stderr: '' });
  });

  it('takes options before and behind its words', async () => {
    const before = await denytrace(['can', ...SNAPSHOT, '-q', ...DENIED]);
    const behind = await denytrace(['can', ...DENIED, '-q', ...SNAPSHOT]);
    expect(behind).toMatchObject({ code: 1, stdout: before.stdout });
  });

  it.concurrent.each([
    ['sts:AssumeRole', 'the ARN of the role to assume'],
    ['s3:GetObject', 'which resource the request is about'],
  ] as const)('asks for the resource where its own command line takes it: %s', async (action, what) => {
    for (const format of ['text', 'markdown']) {
      const { stdout } = await denytrace(['can', '--no-aws', '--format', format, CALLER, action]);
      const words = stdout.replaceAll(/\s+/g, ' ');
      expect(words).toContain(`${what}: pass it as the third argument: denytrace can PRINCIPAL ACTION RESOURCE`);
      expect(words).not.toContain('--resource ');
      expect(words).not.toContain('the same account');
    }
  });

  it.concurrent.each([
    ['--scp', scp, 'service control policy'],
    ['--rcp', rcp, 'resource control policy'],
  ] as const)('says once what the policy of %s is', async (option, file, name) => {
    const { stdout } = await denytrace(['can', '--no-aws', option, file, ...OWN_BUCKET, ...OPEN]);
    expect(stdout).toContain(`the ${name}`);
    expect(stdout).not.toContain(`${name} ${name}`);
  });

  it('names every blocker', async () => {
    const { stdout } = await denytrace(['can', ...SNAPSHOT, '--format', 'json', ...DENIED]);
    const [diagnosis] = JSON.parse(stdout).diagnoses;
    expect(diagnosis).toMatchObject({ denial: null, verdict: 'denied', conclusion: 'explained' });
    expect(diagnosis.causes.map(({ layer }: { layer: string }) => layer).toSorted()).toEqual(['identity', 'scp']);
  });

  it.concurrent.each([
    ['s3:GetObjct', 's3:GetObjct', '; did you mean s3:GetObject?'],
    ['a service that does not exist', 's33:GetObject', '; did you mean s3:GetObject?'],
    ['what is near to nothing', 's3:Xyzzyxyzzyxyzzyxyzzy', ''],
  ] as const)('refuses an action that AWS does not list: %s', async (_, action, meant) => {
    const sentence = /^denytrace: AWS lists no action (\S+) \(as of \d{4}-\d{2}-\d{2}\)(.*)\n$/;
    for (const args of [
      ['can', ...SNAPSHOT, CALLER, action, 'arn:aws:s3:::reports/a'],
      ['--no-aws', '--action', action, 'AccessDenied'],
    ]) {
      const { code, stdout, stderr } = await denytrace(args);
      expect({ code, stdout, said: sentence.exec(stderr)?.slice(1) }).toEqual({
        code: 2,
        stdout: '',
        said: [action, meant],
      });
    }
  });

  it.concurrent.each([
    ['s3:ListBucket', 'arn:aws:s3:::reports'],
    ['s3:GetObject', 'arn:aws:s3:::reports/*'],
    ['s3:GetObject', 'arn:aws:s3:::rep*'],
    ['s3:*', 'arn:aws:s3:::reports'],
  ] as const)('takes the kind of resource that an action is for: %s on %s', async (action, resource) => {
    const { stderr } = await denytrace(['can', ...SNAPSHOT, CALLER, action, resource]);
    expect(stderr).toBe('');
  });

  it.concurrent.each(['S3:getobject', 's3:Get*'])('takes %s', async (action) => {
    const { stderr } = await denytrace(['can', ...SNAPSHOT, CALLER, action, 'arn:aws:s3:::reports/a']);
    expect(stderr).toBe('');
  });

  it.concurrent.each([
    [
      ['ana', 's3:GetObject'],
      'denytrace: ana is not a principal: pass the ARN of a user, role, session or identity provider, a service such as lambda.amazonaws.com, anonymous, or me for the current identity',
    ],
    [
      [CALLER, 's3:ListBucket', 'my-bucket'],
      'denytrace: my-bucket is not a resource: pass an ARN, such as arn:aws:s3:::my-bucket, or leave it out',
    ],
    [
      [CALLER, 's3:GetObject', 's3://logs/2026/a.gz'],
      'denytrace: s3://logs/2026/a.gz is not a resource: pass an ARN, such as arn:aws:s3:::logs/2026/a.gz, or leave it out',
    ],
    [[CALLER, 'sqs:SendMessage', 'orders'], 'denytrace: orders is not a resource: pass an ARN, or leave it out'],
    [
      [CALLER, 's3:ListBucket', 'arn:aws:s3:::logs/a.gz'],
      'denytrace: s3:ListBucket is for buckets, and arn:aws:s3:::logs/a.gz is an object: pass arn:aws:s3:::logs',
    ],
    [
      [CALLER, 's3:GetObject', 'arn:aws:s3:::logs'],
      'denytrace: s3:GetObject is for objects, and arn:aws:s3:::logs is a bucket: pass arn:aws:s3:::logs/<key>, or arn:aws:s3:::logs/* for all of them',
    ],
    [
      [CALLER, 'SendMessage', 'arn:aws:sqs:eu-west-1:222233334444:orders'],
      'denytrace: SendMessage is not an action: write it with the prefix of its service, such as sqs:SendMessage',
    ],
    [['an', 'AccessDenied'], 'denytrace can [options] <principal> <action> [resource]'],
    [[CALLER], 'denytrace can [options] <principal> <action> [resource]'],
    [[...DENIED, 'too', 'many'], 'denytrace can [options] <principal> <action> [resource]'],
  ] as const)('is no gate that lets a mistyped question pass: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await denytrace(['can', '--no-aws', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});
