import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { denytrace, temporaryFolder } from '../cli/run-bin.ts';
import { CANARY, SPELLINGS } from '../secrets/planted.ts';

const folder = temporaryFolder();
const USER = 'User: arn:aws:iam::111122223333:user/bob is not authorized to perform:';
const DENIAL = `${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/r`;
const JWT = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.${CANARY}`;
const planted = (spelling: string) => spelling.replaceAll('%', CANARY);

describe('a secret beside the denial', () => {
  it.each([
    ['before', (secret: string) => `${secret} ${DENIAL}`],
    ['after', (secret: string) => `${DENIAL} ${secret}`],
    ['on the lines around', (secret: string) => `${secret}\n${DENIAL}\n${secret}`],
  ])('is not in a recording, which still gives the finding: %s', async (place, text) => {
    const recording = join(folder, `${place}.json`);
    const input = SPELLINGS.map((spelling, index) => text(planted(spelling)).replace('user/bob', `user/bob${index}`));
    const made = await denytrace(['--no-aws', '--all', '--format', 'json', '--record', recording], {
      input: input.join('\n\n'),
    });
    expect(readFileSync(recording, 'utf8')).not.toContain(CANARY);
    expect(made.stdout + made.stderr).not.toContain(CANARY);
    const replayed = await denytrace(['--snapshot', recording, '--format', 'json', '--all']);
    for (const [index] of SPELLINGS.entries()) expect(replayed.stdout).toContain(`user/bob${index}"`);
  });

  it('is not in a recording even where nothing shows that it is one', async () => {
    const recording = join(folder, 'own-words.json');
    const input = `2026-11-24T11:58:00Z job-${CANARY} says: ${DENIAL} and then ${CANARY} went on`;
    const made = await denytrace(['--no-aws', '--format', 'json', '--record', recording], { input });
    const kept = readFileSync(recording, 'utf8');
    expect(kept).not.toContain(CANARY);
    expect(kept).toContain('2026-11-24T11:58:00Z');
    const replayed = await denytrace(['--snapshot', recording, '--format', 'json']);
    expect(replayed.stdout).toContain('"2026-11-24T11:58:00Z"');
    expect(made.stdout).toContain('"2026-11-24T11:58:00Z"');
  });
});

/** Denials with a secret in each of their values. */
const INSIDE: readonly string[] = [
  `User: arn:aws:sts::111122223333:assumed-role/ci/password=% is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/x`,
  `${USER} ssm:GetParameter on resource: arn:aws:ssm:us-east-1:111122223333:parameter/secret_key=%`,
  `${USER} s3:GetObject on resource: arn:aws:s3:::b/k?X-Amz-Signature=%`,
  `${USER} sts:AssumeRole on resource: arn:aws:iam::444455556666:role/aws_secret_access_key=%`,
  `${DENIAL} with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-exampleorg1/service_control_policy/p-password=%`,
  `An error occurred (AccessDenied) when calling the GetObject operation (request id: ${JWT}): Access Denied`,
  `AccessDenied: ${DENIAL} (Service: Sts, Status Code: 403, Request ID: ${JWT})`,
  `User: arn:aws:iam::111122223333:user/ghp_${'zq'.repeat(18)} is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::b`,
].map(planted);

describe('a secret inside a value of the denial', () => {
  it.each(FORMAT_NAMES)('is not in %s, nor in a trace or a recording', async (format) => {
    const recording = join(folder, `inside-${format}.json`);
    const args = ['--no-aws', '--all', '-v', '--trace', '--format', format, '--record', recording];
    const { stdout, stderr } = await denytrace(args, { input: INSIDE.join('\n\n') });
    for (const shown of [stdout, stderr, readFileSync(recording, 'utf8')]) {
      expect(shown).not.toContain(CANARY);
      expect(shown).not.toContain('zqzqzqzq');
    }
    expect(stdout).toMatch(/password=(\(|&#40;)removed/);
  });

  it('is not in what is written for --fix-dir, and no document with a removed value is', async () => {
    const fixes = join(folder, 'fixes');
    const snapshot = join(folder, 'policies.json');
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': `password=${CANARY}` } },
    };
    writeFileSync(snapshot, JSON.stringify(snapshotWith(statement)));
    const { stdout, stderr } = await denytrace([
      '--snapshot',
      snapshot,
      '--fix-dir',
      fixes,
      '-v',
      '--no-context',
      'sts:ExternalId',
      DENIAL,
    ]);
    expect(stdout).toContain('(removed)');
    expect(stdout + stderr).not.toContain(CANARY);
    for (const name of namesIn(fixes))
      expect(readFileSync(join(fixes, name), 'utf8')).not.toMatch(/hunter2|\(removed\)/);
  });

  it('makes the comparison with it open, not wrong', async () => {
    const snapshot = join(folder, 'compared.json');
    const statement = (value: string) => ({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': value } },
    });
    const verdict = async (value: string, given: string) => {
      writeFileSync(snapshot, JSON.stringify(snapshotWith(statement(value))));
      const args = [
        '--snapshot',
        snapshot,
        '--format',
        'json',
        '--assume',
        'scp=allow,rcp=allow',
        '--external-id',
        given,
      ];
      const { stdout } = await denytrace([
        ...args,
        'can',
        'arn:aws:iam::111122223333:user/bob',
        'sts:AssumeRole',
        'arn:aws:iam::111122223333:role/r',
      ]);
      const { diagnoses }: { readonly diagnoses: readonly { readonly verdict: string }[] } = JSON.parse(stdout);
      return diagnoses[0]?.verdict;
    };
    expect(await verdict('42', '42')).toBe('allowed');
    expect(await verdict(`password=${CANARY}`, `password=${CANARY}`)).toBe('undetermined');
    expect(await verdict('password=other', `password=${CANARY}`)).toBe('undetermined');
  });
});

/** Trust of role r by one statement; nothing else limits bob. */
function snapshotWith(statement: object): object {
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  return {
    denytrace: 'snapshot/1',
    scope: 'account',
    accounts: {
      '111122223333': {
        authorizationDetails: {
          UserDetailList: [
            {
              Path: '/',
              UserName: 'bob',
              UserId: 'AIDAEXAMPLEBOB000000',
              Arn: 'arn:aws:iam::111122223333:user/bob',
              GroupList: [],
              AttachedManagedPolicies: [],
              UserPolicyList: [{ PolicyName: 'all', PolicyDocument: everything }],
            },
          ],
          RoleDetailList: [
            {
              Path: '/',
              RoleName: 'r',
              RoleId: 'AROAEXAMPLER00000000',
              Arn: 'arn:aws:iam::111122223333:role/r',
              AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] },
              InstanceProfileList: [],
              RolePolicyList: [],
              AttachedManagedPolicies: [],
            },
          ],
          GroupDetailList: [],
          Policies: [],
        },
        organization: null,
      },
    },
  };
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return []; // nothing was written
  }
}

describe('a secret on the command line', () => {
  it.each([
    ['--web-identity-token', JWT],
    ['--session-policy', JWT],
    ['--resource-policy', `password=${CANARY}`],
    ['--scp', JWT],
    ['--caller', `aws_secret_access_key=${CANARY}`],
    ['--action', `password=${CANARY}`],
    ['--region', JWT],
    ['--service', `password=${CANARY}`],
    ['--account-profile', JWT],
    ['--account-profile', `password=${CANARY}`],
    ['--context', JWT],
    ['--assume', JWT],
    ['--format', `password=${CANARY}`],
    ['--timeout', JWT],
    ['--snapshot', JWT],
    ['--record', join('/nonexistent', JWT)],
    [`--aws-secret-access-key=${CANARY}`],
    [`--password=${CANARY}`],
    [`--redact=${JWT}`],
  ])('is not repeated when it is not accepted: %s', async (...args) => {
    const { code, stdout, stderr } = await denytrace(['--no-aws', ...args, DENIAL]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^denytrace: /);
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it('names an option that does not exist up to its value', async () => {
    const { stderr } = await denytrace([`--aws-secret-access-key=${CANARY}`, DENIAL]);
    expect(stderr).toBe("denytrace: unknown option '--aws-secret-access-key'; denytrace help options lists them\n");
  });

  it.each([
    ['--external-id', `password=${CANARY}`],
    ['--context', `aws:PrincipalTag/password=${CANARY}`],
    ['--context', `aws:UserAgent=token=${CANARY}`],
    ['--profile', `password=${CANARY}`],
  ])('is not shown when it is: %s %s', async (...option) => {
    const { stdout, stderr } = await denytrace(['--no-aws', '-v', '--trace', ...option, DENIAL]);
    expect(stdout).toContain('sts:AssumeRole');
    expect(stdout + stderr).not.toContain(CANARY);
  });
});

describe('words that only look like secrets', () => {
  it('stay', async () => {
    const input = [
      'User: arn:aws:sts::111122223333:assumed-role/secret-rotator/token-refresh is not authorized to perform:',
      'secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-password-AbCdEf',
    ].join(' ');
    const { stdout } = await denytrace(['--no-aws', '-v'], { input });
    expect(stdout).not.toContain('(removed)');
    expect(stdout).toContain('secret-rotator/token-refresh');
    expect(stdout).toContain('prod/db-password-AbCdEf');
  });
});
