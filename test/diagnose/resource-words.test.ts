import { describe, expect, it } from 'vitest';
import { AWAY, diagnoseIn, HOME, QUEUE, ROLE, SESSION, USER, world } from './world.ts';

const KEY = `arn:aws:kms:us-east-1:${AWAY}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

async function summaryOf(statement: object, boundary: boolean): Promise<string | undefined> {
  const { accounts, ...rest } = world();
  const [role, ...others] = accounts[HOME].authorizationDetails.RoleDetailList;
  const { PermissionsBoundary: _, ...unbound } = { PermissionsBoundary: undefined, ...role };
  const details = {
    ...accounts[HOME].authorizationDetails,
    RoleDetailList: [boundary ? role : unbound, ...others],
  };
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*', ...statement }] };
  const home = { ...accounts[HOME], authorizationDetails: details, resourcePolicies: { [QUEUE]: policy } };
  const { causes } = await diagnoseIn(
    { ...rest, accounts: { ...accounts, [HOME]: home } },
    { principal: SESSION, action: 'sqs:SendMessage', resource: QUEUE },
  );
  return causes.find(({ id }) => id === 'resource.not-principal')?.summary;
}

describe('a Deny with NotPrincipal', () => {
  const names = { NotPrincipal: { AWS: [ROLE, `arn:aws:iam::${HOME}:root`] } };

  it('says that the session has to be listed beside its role', async () => {
    expect(await summaryOf(names, false)).toContain(`exempt only if its own ARN is listed too, ${SESSION}`);
  });

  it('says that a boundary lets nobody out', async () => {
    expect(await summaryOf(names, true)).toContain('a principal with a permissions boundary is never exempt');
  });

  it('says no more where it names others only', async () => {
    expect(await summaryOf({ NotPrincipal: { AWS: USER } }, false)).toMatch(/\(NotPrincipal\)$/);
  });
});

it('takes the statement for the caller’s account for nearer than the one for the owner’s', async () => {
  const [owner, caller] = [AWAY, HOME].map((account) => ({ AWS: `arn:aws:iam::${account}:root` }));
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: owner, Action: 'kms:*', Resource: '*' },
      { Effect: 'Allow', Principal: caller, Action: ['kms:Encrypt', 'kms:GenerateDataKey*'], Resource: '*' },
    ],
  };
  const text = `User: ${USER} is not authorized to perform: kms:Decrypt on resource: ${KEY} because no resource-based policy allows the kms:Decrypt action`;
  const { causes } = await diagnoseIn(world(), text, { resourcePolicy: policy });
  expect(causes[0]?.evidence[0]).toMatchObject({ pointer: '/Statement/1/Action/0' });
});

describe('a policy variable in a near miss', () => {
  const variable = (key: string) => `\${${key}}`;
  async function differenceOf(statement: object, action: string, resource: string, version = '2012-10-17') {
    const { accounts, ...rest } = world();
    const { authorizationDetails: details, ...home } = accounts[HOME];
    const [user] = details.UserDetailList;
    const document = { Version: version, Statement: [{ Effect: 'Allow', Action: action, ...statement }] };
    const own = { UserPolicyList: [{ PolicyName: 'Own', PolicyDocument: document }], GroupList: [] };
    const ana = { ...user, ...own, Tags: [{ Key: 'team', Value: 'red' }] };
    const file = { ...home, authorizationDetails: { ...details, UserDetailList: [ana] } };
    const given = { context: { 's3:prefix': 'home/bob/', 'aws:MultiFactorAuthAge': '7200' } };
    const asked = { principal: USER, action, resource };
    const { causes } = await diagnoseIn({ ...rest, accounts: { ...accounts, [HOME]: file } }, asked, given);
    return causes.flatMap(({ evidence }) =>
      evidence.flatMap((one) => (one.kind === 'statement' ? (one.nearMiss?.difference ?? []) : [])),
    );
  }

  it('is told with its value in a resource, which is compared with it', async () => {
    const tagged = { Resource: `arn:aws:sqs:*:*:team-${variable('aws:PrincipalTag/team')}` };
    const queue = `arn:aws:sqs:us-east-1:${HOME}:team-blue`;
    expect(await differenceOf(tagged, 'sqs:SendMessage', queue)).toEqual([
      `one part of the name: policy has red, request has blue; ${variable('aws:PrincipalTag/team')} is red`,
    ]);
  });

  it('is told with its value in a condition', async () => {
    const home = { StringLike: { 's3:prefix': [`home/${variable('aws:username')}/*`] } };
    expect(await differenceOf({ Resource: '*', Condition: home }, 's3:ListBucket', 'arn:aws:s3:::data')).toEqual([
      `the pattern does not cover it: policy has home/ana/*, request has home/bob/; ${variable('aws:username')} is ana`,
    ]);
  });

  it('is plain text in an older version', async () => {
    const home = { StringLike: { 's3:prefix': [`home/${variable('aws:username')}/*`] } };
    const old = await differenceOf(
      { Resource: '*', Condition: home },
      's3:ListBucket',
      'arn:aws:s3:::data',
      '2008-10-17',
    );
    expect(old.join()).not.toContain('is ana');
  });
});
