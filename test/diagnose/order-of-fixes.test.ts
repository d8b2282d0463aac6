import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/index.ts';
import { ACCOUNT, account, EVERYTHING, refused, reported, role } from './small-account.ts';

const IAM = `arn:aws:iam::${ACCOUNT}`;
const NOT_ALLOWED = 'because no identity-based policy allows the iam:PassRole action';
const service = (host: string) => ({ Effect: 'Allow', Principal: { Service: host }, Action: 'sts:AssumeRole' });

async function causesOf(text: string, source: ReturnType<typeof account>) {
  const [found] = await diagnose({ text }, { source });
  return found?.causes ?? [];
}

it('a fix that suffices alone comes first', async () => {
  const user = {
    Arn: `${IAM}:user/ann`,
    UserName: 'ann',
    Path: '/',
    UserId: 'AIDAANN',
    CreateDate: '2024-01-01T00:00:00Z',
    UserPolicyList: [{ PolicyName: 'All', PolicyDocument: { Version: '2012-10-17', Statement: [EVERYTHING] } }],
    GroupList: [],
    AttachedManagedPolicies: [],
    Tags: [],
  };
  const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
  const noMfa = { 'aws:MultiFactorAuthPresent': 'false' };
  const Statement = [
    { ...deny, Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' }, BoolIfExists: noMfa } },
    { ...deny, Condition: { BoolIfExists: noMfa } },
  ];
  const resourcePolicies = { 'arn:aws:s3:::b': { Version: '2012-10-17', Statement } };
  const text = `User: ${IAM}:user/ann is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k with an explicit deny in a resource-based policy`;
  const context = { 'aws:SourceIp': '198.51.100.7', 'aws:MultiFactorAuthPresent': 'false' };
  const source = account({ roles: [], users: [user], resourcePolicies });
  const [found] = await diagnose({ text }, { source, context: { ...context, 'aws:ResourceAccount': ACCOUNT } });
  expect(found?.causes.map(({ id, fix }) => [id, fix?.check])).toEqual([
    ['resource.mfa-enforcement', 'allowed'],
    ['resource.source-ip', 'still-blocked'],
  ]);
});

describe('a role that does not exist', () => {
  it.each(['sts:AssumeRole', 'iam:PassRole'])('gets no grant: %s', async (action) => {
    const source = account({ roles: [role('ci', [{ ...EVERYTHING, Action: 's3:*' }])] });
    const causes = await causesOf(refused(action, `${IAM}:role/gone`), source);
    expect(causes.length).toBeGreaterThan(1);
    expect(causes.flatMap(({ fix }) => fix?.changes ?? [])).toEqual([]);
    expect(await reported(refused(action, `${IAM}:role/gone`), source)).toMatch(/→ .*[Cc]reate\s+the\s+role/s);
  });
});

it('a call that is not needed asks for nothing else', async () => {
  const source = account({ roles: [role('ci', [{ ...EVERYTHING, Action: 's3:*' }], service('ec2.amazonaws.com'))] });
  const report = await reported(refused('sts:AssumeRole', `${IAM}:role/ci`), source);
  expect(report).toMatch(/→ Leave\s+out\s+the\s+second/);
  expect(report).not.toMatch(/what\s+else\s+may\s+be\s+needed/);
});

describe('iam:PassRole', () => {
  const task = role('app-task', [], service('ecs-tasks.amazonaws.com'));
  const passing = (name: string, ...hosts: readonly string[]) => ({
    ...EVERYTHING,
    Action: 'iam:PassRole',
    Resource: `${IAM}:role/${name}`,
    Condition: { StringEquals: { 'iam:PassedToService': hosts } },
  });
  const found = (statement: object) =>
    causesOf(
      refused('iam:PassRole', `${IAM}:role/app-task`, NOT_ALLOWED),
      account({ roles: [role('ci', [statement]), task] }),
    );

  it('with two faults names both, and the service that the role trusts', async () => {
    const [cause] = await found(passing('app-other', 'ec2.amazonaws.com'));
    expect(cause?.id).toBe('passrole.role-and-service');
    expect(cause?.summary).toMatch(/app-other.*app-task.*ecs-tasks\.amazonaws\.com/);
    const condition = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
    expect(cause?.fix?.changes[0]?.after).toMatchObject({ Statement: [{ Condition: condition }] });
  });

  it('with one fault names that one', async () => {
    const [cause] = await found(passing('app-other', 'ecs-tasks.amazonaws.com'));
    expect(cause?.id).toBe('passrole.other-role');
  });

  it('says which value is missing in a list of four', async () => {
    const hosts = ['ec2', 'lambda', 'glue', 'ecs'].map((host) => `${host}.amazonaws.com`);
    const [cause] = await found(passing('app-task', ...hosts));
    expect(cause?.summary).toContain('4 services, but not to ecs-tasks.amazonaws.com');
  });
});
