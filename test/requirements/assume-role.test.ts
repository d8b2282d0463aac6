import { describe, expect, it } from 'vitest';
import { alsoNeeded, commandsOf, denied, requirementsOf, statementsOf } from './requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/test';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/ci/build-7';
const NEAR = 'arn:aws:iam::111122223333:role/teams/deploy';
const FAR = 'arn:aws:iam::444455556666:role/deploy';

function trust(principal: object, action = 'sts:AssumeRole', more: object = {}) {
  return { Effect: 'Allow', Principal: principal, Action: action, ...more };
}

describe('a role in the account of the caller', () => {
  it('may be assumed where its trust policy names the user; where it names the account, the identity policy has to allow it too', async () => {
    const found = await requirementsOf(denied(USER, 'sts:AssumeRole', NEAR));
    expect(statementsOf(found['trust'])).toEqual([
      trust({ AWS: USER }),
      trust({ AWS: 'arn:aws:iam::111122223333:root' }),
    ]);
    expect(alsoNeeded(found['trust'])).toEqual([[], ['identity']]);
    expect(statementsOf(found['identity'])).toEqual([{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: NEAR }]);
    expect(alsoNeeded(found['identity'])).toEqual([['trust']]);
    expect(commandsOf(found['trust'])).toEqual([
      'aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument',
    ]);
    expect(commandsOf(found['identity'])).toEqual([
      'aws iam list-attached-user-policies --user-name test',
      "aws iam get-account-authorization-details --filter User --query UserDetailList[?UserName=='test'].[UserPolicyList,AttachedManagedPolicies[].PolicyArn,GroupList]",
      "aws iam get-account-authorization-details --filter Group --query GroupDetailList[?GroupName=='GROUP_NAME'].[GroupPolicyList,AttachedManagedPolicies[].PolicyArn]",
      "aws iam get-account-authorization-details --filter LocalManagedPolicy AWSManagedPolicy --query Policies[?Arn=='POLICY_ARN'].PolicyVersionList[] | [?IsDefaultVersion].Document",
    ]);
  });

  it('is told in the order in which it is worth looking', async () => {
    expect(Object.keys(await requirementsOf(denied(USER, 'sts:AssumeRole', NEAR)))).toEqual([
      'trust',
      'identity',
      'role',
      'boundary',
      'scp',
      'rcp',
    ]);
  });
});

describe('a role in another account', () => {
  it('needs both documents, in both accounts', async () => {
    const found = await requirementsOf(denied(SESSION, 'sts:AssumeRole', FAR));
    expect(statementsOf(found['trust'])[0]).toEqual(trust({ AWS: 'arn:aws:iam::111122223333:role/ci' }));
    expect(alsoNeeded(found['trust'])).toEqual([['identity'], ['identity']]);
    expect(alsoNeeded(found['identity'])).toEqual([['trust']]);
    expect([found['trust']?.target.account, found['identity']?.target.account]).toEqual([
      '444455556666',
      '111122223333',
    ]);
    expect(found['trust']?.likely).toBe('across accounts AWS says less: the message names no policy type');
  });

  it.each(['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'])('needs %s in both as well', async (action) => {
    const found = await requirementsOf(denied(SESSION, action, FAR));
    expect(statementsOf(found['trust'])[0]).toMatchObject({ Action: action });
    expect(statementsOf(found['identity'])[0]).toMatchObject({ Action: action, Resource: FAR });
    expect(found['trust']?.likely).toContain('was not denied');
  });
});

describe('what the text itself points at', () => {
  it.each([
    [
      'the caller already is the role',
      SESSION,
      'arn:aws:iam::111122223333:role/ci',
      'trust',
      'the caller already is this role',
    ],
    [
      'a namesake in another account',
      SESSION,
      'arn:aws:iam::444455556666:role/ci',
      'trust',
      'same name in another account',
    ],
    ['no account in the ARN', SESSION, 'arn:aws:iam:::role/deploy', 'request.role-arn', 'has no account'],
    [
      'a user, which nobody can assume',
      SESSION,
      'arn:aws:iam::111122223333:user/x',
      'request.role-arn',
      'the call does not name a role: only a role can be assumed',
    ],
    [
      'a role that AWS puts under a path',
      SESSION,
      'arn:aws:iam::111122223333:role/AWSGlueServiceRole-x',
      'role',
      'under the path service-role/',
    ],
  ])('%s', async (_, caller, role, id, words) => {
    const found = await requirementsOf(denied(caller, 'sts:AssumeRole', role));
    expect(found[id]?.likely).toContain(words);
    expect(Object.keys(found)[0]).toBe(id);
  });

  it('a role that is missing its account is named with a token for it', async () => {
    const found = await requirementsOf(denied(SESSION, 'sts:AssumeRole', 'arn:aws:iam:::role/deploy'));
    expect(found['request.role-arn']).toMatchObject({ expected: ['arn:aws:iam::ACCOUNT:role/deploy'] });
    expect(statementsOf(found['identity'])).toEqual([
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::ACCOUNT:role/deploy' },
    ]);
    expect(found['identity']?.placeholders.map(({ token }) => token)).toContain('ACCOUNT');
  });
});

describe('roles that nobody can change', () => {
  it('a permission set is assigned in IAM Identity Center', async () => {
    const role = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef';
    const found = await requirementsOf(denied(USER, 'sts:AssumeRole', role));
    expect(found['assignment']).toMatchObject({
      need: 'exists',
      who: 'identity-center-admin',
      target: { name: 'Admin' },
    });
    expect(found['trust']).toBeUndefined();
  });

  it('a service-linked role belongs to its service', async () => {
    const role = 'arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS';
    expect((await requirementsOf(denied(USER, 'sts:AssumeRole', role)))['assignment']).toMatchObject({ who: 'aws' });
  });
});

describe('a caller of which the text says less', () => {
  it('nobody: tokens, and commands for a user and for a role', async () => {
    const found = await requirementsOf('is not authorized to perform: sts:AssumeRole');
    expect(statementsOf(found['trust'])).toEqual([trust({ AWS: 'CALLER_ARN' })]);
    expect(found['trust']?.placeholders.map(({ token }) => token)).toEqual(['CALLER_ARN', 'ROLE_ARN', 'ROLE_NAME']);
    expect(commandsOf(found['identity'])[0]).toBe('aws sts get-caller-identity');
  });

  it('a masked account: the name is known', async () => {
    const found = await requirementsOf(denied('arn:aws:iam::***:user/ci', 'sts:AssumeRole', NEAR));
    expect(statementsOf(found['trust'])).toContainEqual(trust({ AWS: 'arn:aws:iam::CALLER_ACCOUNT:user/ci' }));
    expect(commandsOf(found['identity'])).toContain('aws iam list-attached-user-policies --user-name ci');
  });

  it('a session of a permission set: its role by a pattern, as its path is not known', async () => {
    const caller = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana';
    const found = await requirementsOf(denied(caller, 'sts:AssumeRole', NEAR));
    expect(statementsOf(found['trust'])).toEqual([
      trust({ AWS: 'arn:aws:iam::111122223333:root' }, 'sts:AssumeRole', {
        Condition: {
          ArnLike: {
            'aws:PrincipalArn':
              'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Dev_0123456789abcdef',
          },
        },
      }),
    ]);
    expect(found['identity']).toMatchObject({ who: 'identity-center-admin', target: { name: 'Dev' } });
  });
});

describe('a service that cannot assume its role', () => {
  it('has to be named in the trust policy; the service shows which role it has', async () => {
    const found = await requirementsOf(
      'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
    );
    expect(statementsOf(found['trust'])).toEqual([
      {
        ...trust({ Service: 'states.amazonaws.com' }),
        Condition: { StringEquals: { 'aws:SourceAccount': 'ACCOUNT' } },
      },
    ]);
    expect(commandsOf(found['trust'])[0]).toBe(
      'aws stepfunctions describe-state-machine --state-machine-arn STATE_MACHINE_ARN --query roleArn',
    );
    expect(found['identity']).toBeUndefined();
    expect(found['scp']).toBeUndefined();
  });
});
