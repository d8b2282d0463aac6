import { describe, expect, it } from 'vitest';
import type { CauseId } from '../../src/causes/registry.ts';
import { ASKED, CLOSED, KEY, KEY_TO_ACCOUNT, SNS } from '../cases/tables/asked.ts';
import { denied, diagnoseSituation, type Situation } from '../cases/tables/cause-case.ts';
import { denying, only, sideOf } from '../cases/tables/place.ts';
import { EVERYTHING, policyWorld, ROLE } from '../cases/tables/policy-world.ts';
import { CALLER, HOME, type Json, TARGET, USER, world } from '../cases/tables/world.ts';

const INSTANCE = 'i-0abc1234def567890';
const OBJECT = 'arn:aws:s3:::shop-data/a.csv';
const LAMBDA_ROLE = `arn:aws:iam::${HOME}:role/lambda-web`;
const JOB_ROLE = { AWS_ROLE_ARN: `arn:aws:iam::${HOME}:role/shop-web` };
const BARE = 'An error occurred (AccessDenied) when calling the SendMessage operation: Access Denied';

function session(role: string, name: string): string {
  return `arn:aws:sts::${HOME}:assumed-role/${role}/${name}`;
}

function by(caller: string, action: string, resource: string, environment = {}): Situation {
  return { text: denied(caller, action, resource), environment };
}

/** The caller's policy allows only this. */
function allowing(allow: Json, action = 'iam:PassRole', resource = LAMBDA_ROLE): Situation {
  return {
    text: denied(CALLER, action, resource),
    world: world({ allow, target: LAMBDA_ROLE }),
    given: { context: { 'aws:SourceIp': '203.0.113.7' }, service: 'lambda.amazonaws.com' },
  };
}

function passing(resource: string, condition?: Json): Json {
  return { Effect: 'Allow', Action: '*', Resource: resource, ...(condition && { Condition: condition }) };
}

/** A service without policies of its own asks for the queue. */
function service(statement: Json): Situation {
  return {
    text: BARE,
    world: policyWorld({ resources: { [ASKED.resource]: [statement] } }),
    given: { action: ASKED.action, resource: ASKED.resource, caller: 's3.amazonaws.com' },
  };
}

const SEND: Json = { Effect: 'Allow', Action: ASKED.action, Resource: ASKED.resource };
const MOVED = `arn:aws:iam::${HOME}:user/people/alice`;
const FROM_S3 = { Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: ASKED.action };
const READ_OBJECTS: Json = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

interface Row {
  readonly of: Situation;
  readonly is: readonly CauseId[];
  readonly isNot: CauseId;
}

/** Where two causes fit, or nearly do: the one that it is, and the one that it is not. */
const ROWS: Readonly<Record<string, Row>> = {
  'a role of the CDK, though CloudFormation used it': {
    of: by(session(`cdk-hnb659fds-cfn-exec-role-${HOME}-eu-west-1`, 'AWSCloudFormation'), 's3:GetObject', OBJECT),
    is: ['caller.cdk-role'],
    isNot: 'caller.service-session',
  },
  'a pod that has a role, and used that of its node': {
    of: by(session('shop-nodegroup-NodeInstanceRole', INSTANCE), 's3:GetObject', OBJECT, JOB_ROLE),
    is: ['caller.not-the-jobs-role'],
    isNot: 'caller.node-role',
  },
  'a job that has a role, and used that of its instance': {
    of: by(session('runner', INSTANCE), 's3:GetObject', OBJECT, { ...JOB_ROLE, GITHUB_ACTIONS: 'true' }),
    is: ['caller.not-the-jobs-role'],
    isNot: 'caller.instance-role',
  },
  'a job that goes on to the role that AWS_ROLE_ARN names': {
    of: by(CALLER, 'sts:AssumeRole', TARGET, { AWS_ROLE_ARN: TARGET }),
    is: [],
    isNot: 'caller.not-the-jobs-role',
  },
  'a caller whom the text does not name, so that the current identity is taken for it': {
    of: { text: BARE, world: world({ current: { arn: USER } }), environment: JOB_ROLE },
    is: [],
    isNot: 'caller.not-the-jobs-role',
  },
  'a caller given under a path that it does not have, whom a queue lets in under this ARN': {
    of: {
      text: BARE,
      world: policyWorld({ resources: { [ASKED.resource]: [{ ...SEND, Principal: { AWS: MOVED } }] } }),
      given: { action: ASKED.action, resource: ASKED.resource, caller: MOVED },
    },
    is: [],
    isNot: 'caller.path',
  },
  'a federated user who passes a role': {
    of: by(`arn:aws:sts::${HOME}:federated-user/alice`, 'iam:PassRole', LAMBDA_ROLE),
    is: [],
    isNot: 'caller.federated-user-limits',
  },
  'a session of GetSessionToken with MFA that calls IAM': {
    of: {
      text: denied(USER, 'iam:ListUsers', '*'),
      world: world({ allow: [], current: { arn: USER, keyType: 'ASIA' } }),
      given: { context: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
    is: ['identity.no-allow'],
    isNot: 'caller.session-token-limits',
  },
  'a backend of Terraform without valid credentials': {
    of: {
      text: 'Error: error configuring S3 Backend: error validating provider credentials: error calling sts:GetCallerIdentity: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: X, api error ExpiredToken: The security token included in the request is expired',
    },
    is: ['credentials.expired'],
    isNot: 'caller.terraform-backend',
  },
  'another role whose name differs in a letter': {
    of: allowing(passing(LAMBDA_ROLE.replace('web', 'wep'))),
    is: ['identity.near-miss'],
    isNot: 'passrole.other-role',
  },
  'a condition on the service that fails beside another one': {
    of: allowing(
      passing(LAMBDA_ROLE, {
        StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        IpAddress: { 'aws:SourceIp': '198.51.100.0/24' },
      }),
    ),
    is: ['identity.condition'],
    isNot: 'passrole.passed-to-service',
  },
  'two conditions on the service that fail': {
    of: allowing(
      passing(LAMBDA_ROLE, {
        StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        StringLike: { 'iam:PassedToService': 'ecs*.amazonaws.com' },
      }),
    ),
    is: ['identity.condition'],
    isNot: 'passrole.passed-to-service',
  },
  'a condition on the service in a call that passes no role': {
    of: allowing(passing('*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }), 'iam:GetRole'),
    is: ['identity.unsupported-key'],
    isNot: 'passrole.passed-to-service',
  },
  'an action that another one needs, and is allowed on a resource with nearly the same name': {
    of: only(
      'identity',
      [READ_OBJECTS, { Effect: 'Allow', Action: KEY.action, Resource: KEY.resource.slice(0, -1) }],
      KEY,
      {
        parts: KEY_TO_ACCOUNT,
      },
    ),
    is: ['identity.near-miss'],
    isNot: 'identity.dependent-action',
  },
  'a service that is allowed on a resource with nearly the same name': {
    of: service({ ...FROM_S3, Resource: ASKED.resource.slice(0, -1) }),
    is: ['resource.near-miss'],
    isNot: 'resource.service-caller',
  },
  'a key policy that names a role like the caller': {
    of: only('resource', [{ Effect: 'Allow', Principal: { AWS: `${ROLE}s` }, Action: 'kms:*', Resource: '*' }], KEY),
    is: ['resource.near-miss'],
    isNot: 'resource.key-policy-silent',
  },
  'a key policy that lets in everybody for another action': {
    of: only('resource', [{ ...EVERYTHING, Principal: '*', Action: 'kms:ListAliases' }], KEY),
    is: ['resource.no-allow'],
    isNot: 'resource.key-policy-silent',
  },
  'a condition on a key that the action does not have, and the request is said to have': {
    of: only('identity', [{ ...EVERYTHING, Condition: { StringEquals: { 's3:prefix': 'home/' } } }], ASKED, {
      ...CLOSED,
      given: { context: { 's3:prefix': 'logs/' } },
    }),
    is: ['identity.list-prefix'],
    isNot: 'identity.unsupported-key',
  },
  'a limit on how many keys are listed, which is no prefix': {
    of: only(
      'identity',
      [{ ...EVERYTHING, Condition: { NumericLessThanEquals: { 's3:max-keys': '50' } } }],
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::reports' },
      { given: { context: { 's3:max-keys': '200' } } },
    ),
    is: ['identity.request-parameter'],
    isNot: 'identity.list-prefix',
  },
};

describe('which cause it is', () => {
  it.each(Object.entries(ROWS))('of %s', async (_, { of, is, isNot }) => {
    const ids = (await diagnoseSituation(of)).causes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...is]));
    expect(ids).not.toContain(isNot);
  });

  it('is likely only that a federated user may not call IAM: in the console it may', async () => {
    const caller = `arn:aws:sts::${HOME}:federated-user/alice`;
    const text = `User: ${caller} is not authorized to perform: iam:ListUsers on resource: *`;
    const { causes } = await diagnoseSituation({ ...by(caller, 'iam:ListUsers', '*'), text });
    expect(causes).toContainEqual(expect.objectContaining({ id: 'caller.federated-user-limits', rung: 'likely' }));
  });

  it('says why NotPrincipal denies a caller whom it lists: it never exempts callers with a permissions boundary', async () => {
    const listed = { NotPrincipal: { AWS: [ROLE, CALLER] }, Action: '*', Resource: '*' };
    const limited = { parts: { boundary: { current: [EVERYTHING] } } };
    const { causes } = await diagnoseSituation(denying('resource', listed, sideOf('resource', ASKED), limited));
    expect(causes.map(({ id }) => id)).toEqual(['resource.not-principal']);
    expect(causes[0]?.summary).toContain('permissions boundary');
  });

  it('offers the newest version of a policy only where it keeps what the default one has', async () => {
    const kept = { parts: { resources: {}, managed: { current: [SNS], newest: [SNS, SEND] } } };
    const lost = { parts: { resources: {}, managed: { current: [SNS], newest: [SEND] } } };
    const replaced = async (more: typeof kept) => {
      const { causes } = await diagnoseSituation(only('identity', [SNS], ASKED, more));
      expect(causes.map(({ id }) => id)).toEqual(['identity.default-version']);
      return causes.flatMap(({ fix }) => fix?.changes.map(({ before }) => before !== null) ?? []);
    };
    expect(await replaced(kept)).toEqual([true]);
    expect(await replaced(lost)).toEqual([false]);
  });
});
