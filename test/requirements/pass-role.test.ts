import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { commandsOf, denied, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';
const ROLE = 'arn:aws:iam::111122223333:role/service-role/app';

function pass(resource: string, service: string) {
  return {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: resource,
    Condition: { StringEquals: { 'iam:PassedToService': service } },
  };
}

describe('iam:PassRole', () => {
  it('is allowed on the exact ARN, for the service that the operation passes it to', async () => {
    const found = await requirementsOf(
      refused('CreateCrawler', 'AccessDeniedException', denied(USER, 'iam:PassRole', ROLE)),
    );
    expect(statementsOf(found['identity'])).toEqual([pass(ROLE, 'glue.amazonaws.com')]);
    expect(statementsOf(found['pass-role.trust'])).toEqual([
      { Effect: 'Allow', Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
  });

  it.each([
    ['adding role "nodes" to instance profile "cluster_1", AccessDenied: '],
    ['AddRoleToInstanceProfile: AccessDenied: '],
  ])('is for EC2 where the text says that the role goes into an instance profile: %s', async (lead) => {
    const found = await requirementsOf(`${lead}${denied(USER, 'iam:PassRole', ROLE)}`);
    expect(statementsOf(found['identity'])).toEqual([pass(ROLE, 'ec2.amazonaws.com')]);
  });

  it('says that the caller passes its own role, which mostly is the wrong one', async () => {
    const self = denied(
      'arn:aws:sts::111122223333:assumed-role/app/1',
      'iam:PassRole',
      'arn:aws:iam::111122223333:role/app',
    );
    const other = denied(
      'arn:aws:sts::111122223333:assumed-role/ci/1',
      'iam:PassRole',
      'arn:aws:iam::111122223333:role/app',
    );
    const report = async (text: string) => render([await diagnosisOf(text)], 'text').replace(/\s+/g, ' ');
    expect(await report(self)).toContain('The caller passes its own role');
    expect(await report(other)).not.toContain('The caller passes its own role');
  });

  it('has tokens for the role and the service where the text names neither', async () => {
    const found = await requirementsOf(denied(USER, 'iam:PassRole', null));
    expect(statementsOf(found['identity'])).toEqual([pass('ROLE_ARN', 'SERVICE_HOST')]);
    expect(found['identity']?.placeholders).toMatchObject([
      { token: 'ROLE_ARN', fills: 'resource' },
      { token: 'SERVICE_HOST', fills: 'service' },
      { token: 'ROLE_NAME', fills: 'resource' },
      { token: 'GROUP_NAME', fills: null },
      { token: 'POLICY_ARN', fills: null },
    ]);
  });

  it('takes the service that is given', async () => {
    const found = await requirementsOf(denied(USER, 'iam:PassRole', ROLE), { service: 'lambda.amazonaws.com' });
    expect(statementsOf(found['identity'])).toEqual([pass(ROLE, 'lambda.amazonaws.com')]);
  });

  it.each([
    ['the same account', ROLE, 'met', null],
    ['another account', 'arn:aws:iam::444455556666:role/app', 'unmet', 'a role cannot be passed across accounts'],
  ])('a role of %s', async (_, role, status, likely) => {
    expect((await requirementsOf(denied(USER, 'iam:PassRole', role)))['pass-role.account']).toMatchObject({
      status,
      likely,
    });
  });

  it('a permission set is changed in IAM Identity Center', async () => {
    const caller = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_dev_0123456789abcdef/ana';
    const found = await requirementsOf(denied(caller, 'iam:PassRole', ROLE));
    expect(found['identity']).toMatchObject({ who: 'identity-center-admin', target: { name: 'dev' } });
  });
});

describe('a service-linked role', () => {
  const linked = 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';

  it.each(['iam:PassRole', 'sts:AssumeRole', 'sqs:SendMessage'])('%s: AWS owns its policies', async (action) => {
    const found = await requirementsOf(denied(linked, action, action === 'sqs:SendMessage' ? null : ROLE));
    expect(found['identity']).toMatchObject({ who: 'aws', target: { attachedTo: linked } });
    expect(['boundary', 'scp', 'rcp'].filter((id) => id in found)).toEqual([]);
  });
});

describe('an operation that passes a role, of which the text names only the operation', () => {
  it.each([
    [
      'AssociateIamInstanceProfile',
      'UnauthorizedOperation',
      'ec2:AssociateIamInstanceProfile',
      'ec2.amazonaws.com',
      'aws iam get-instance-profile --instance-profile-name PROFILE_NAME --query InstanceProfile.Roles[].Arn',
    ],
  ])('%s', async (operation, code, action, host, command) => {
    const found = await requirementsOf(refused(operation, code));
    expect(Object.keys(found)[0]).toBe('pass-role.identity');
    expect(found['pass-role.identity']?.likely).toContain(`${operation} also needs iam:PassRole`);
    expect(statementsOf(found['pass-role.identity'])).toEqual([pass('ROLE_ARN', host)]);
    expect(commandsOf(found['pass-role.identity'])).toEqual([command]);
    expect(found['identity']?.request.action).toBe(action);
  });

  it.each([
    [
      'CreateFlowLogs',
      'UnauthorizedOperation',
      'ec2:CreateFlowLogs',
      'vpc-flow-logs.amazonaws.com',
      'aws iam get-role --role-name ROLE_NAME --query Role.Arn --output text',
    ],
    [
      'RunInstances',
      'UnauthorizedOperation',
      'ec2:RunInstances',
      'ec2.amazonaws.com',
      'aws iam get-instance-profile --instance-profile-name PROFILE_NAME --query InstanceProfile.Roles[].Arn',
    ],
  ])('%s needs it only where it is given a role', async (operation, code, action, host, command) => {
    const found = await requirementsOf(refused(operation, code));
    expect(Object.keys(found)[0]).toBe('identity');
    expect(found['identity']?.request.action).toBe(action);
    expect(found['pass-role.identity']?.likely).toBeNull();
    expect(statementsOf(found['pass-role.identity'])).toEqual([pass('ROLE_ARN', host)]);
    expect(commandsOf(found['pass-role.identity'])).toEqual([command]);
  });

  it('is not said to be likely where the text names the action', async () => {
    const found = await requirementsOf(
      denied(USER, 'lambda:CreateFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f'),
    );
    expect(found['pass-role.identity']).toMatchObject({ likely: null });
    expect(statementsOf(found['pass-role.identity'])).toEqual([pass('ROLE_ARN', 'lambda.amazonaws.com')]);
  });
});

it('takes the service that the SDK names, where several have an operation of that name', async () => {
  const sentence = `api error AccessDeniedException: ${denied(USER, 'iam:PassRole', ROLE)}`;
  const found = await requirementsOf(
    `operation error ECS: CreateService, https response error StatusCode: 400, RequestID: 1b2c, ${sentence}`,
  );
  expect(statementsOf(found['identity'])).toEqual([pass(ROLE, 'ecs.amazonaws.com')]);
});
