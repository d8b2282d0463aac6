import { describe, expect, it } from 'vitest';
import {
  AWAY,
  denial,
  diagnoseIn,
  HOME,
  MANAGEMENT,
  ORGANIZATION,
  QUEUE,
  ROLE,
  SESSION,
  SOMETHING,
  TARGET,
  worldWith,
} from './world.ts';

const DETAILS = `accounts/${HOME}/authorizationDetails`;
const NO_BOUNDARY = { [`${DETAILS}/RoleDetailList/0/PermissionsBoundary`]: undefined };
/** The identity policies of the role allow nothing that is asked for. */
const SILENT = { ...NO_BOUNDARY, [`${DETAILS}/RoleDetailList/0/AttachedManagedPolicies`]: [] };

function asked(rest: string, action = 'sqs:SendMessage', resource = QUEUE): string {
  return denial(SESSION, action, resource, rest);
}

// A layer that AWS names, that was read completely and that does not deny: what was read is not what AWS decided by.
describe('a denial is contradicted', () => {
  it.each([
    ['a boundary, and none is attached', ' because no permissions boundary allows the sqs:SendMessage action', SILENT],
    [
      'an SCP, and the account is the management account',
      ' with an explicit deny in a service control policy',
      { ...SILENT, [`organizations/${ORGANIZATION}/managementAccountId`]: HOME },
    ],
    [
      'an SCP, and their type is not enabled',
      ' with an explicit deny in a service control policy',
      { ...SILENT, [`organizations/${ORGANIZATION}/enabledPolicyTypes`]: [] },
    ],
    ['a resource policy, and there is none', ' with an explicit deny in a resource-based policy', SILENT],
    [
      'identity policies, which allow',
      ' because no identity-based policy allows the sqs:SendMessage action',
      NO_BOUNDARY,
    ],
  ])('where AWS names %s', async (_, rest, changes) => {
    const { conclusion, causes } = await diagnoseIn(worldWith(changes), asked(rest));
    expect(conclusion).toBe('contradicted');
    const named = causes.filter(({ id }) => id.endsWith('.named-by-aws'));
    expect(named.map(({ fix }) => fix?.summary)).toEqual([
      'try again; if it is still denied, check whose credentials these are, and what has changed since',
    ]);
  });

  it('where AWS calls the trust policy a resource-based one, and it allows', async () => {
    const text = asked(' because no resource-based policy allows the sts:AssumeRole action', 'sts:AssumeRole', TARGET);
    const diagnosis = await diagnoseIn(worldWith(SILENT), text);
    expect(diagnosis).toMatchObject({ verdict: 'denied', conclusion: 'contradicted' });
  });
});

describe('a denial is not contradicted', () => {
  it.each([
    [
      'a session policy, which nobody can see',
      ' because no session policy allows the sqs:SendMessage action',
      NO_BOUNDARY,
    ],
    ['an endpoint policy, which nobody can see', ' with an explicit deny in a VPC endpoint policy', NO_BOUNDARY],
    [
      'an SCP that could not be read',
      ' with an explicit deny in a service control policy',
      { ...NO_BOUNDARY, organizations: {} },
    ],
    [
      'identity policies, which are silent',
      ' because no identity-based policy allows the sqs:SendMessage action',
      SILENT,
    ],
    [
      'a boundary that is silent',
      ' because no permissions boundary allows the sqs:SendMessage action',
      {
        [`${DETAILS}/Policies/1/PolicyVersionList/0/Document`]: SOMETHING,
      },
    ],
  ])('where AWS names %s', async (_, rest, changes) => {
    expect((await diagnoseIn(worldWith(changes), asked(rest))).conclusion).toBe('explained');
  });
});

it('is against our rules, not against the policies, where AWS names policies that we take to have no part', async () => {
  const organization = `organizations/${ORGANIZATION}`;
  const denies = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 'lambda:*', Resource: '*' }],
  };
  const changes = {
    ...NO_BOUNDARY,
    [`${organization}/policies/p-rcp`]: { name: 'NoLambda', type: 'RESOURCE_CONTROL_POLICY', document: denies },
    [`${organization}/attachments/r-ab12`]: ['p-all', 'p-rcp'],
  };
  const text = denial(
    SESSION,
    'lambda:InvokeFunction',
    `arn:aws:lambda:us-east-1:${HOME}:function:f`,
    ' with an explicit deny in a resource control policy',
  );
  const { conclusion, steps, causes } = await diagnoseIn(worldWith(changes), text);
  const step = steps.find(({ id }) => id === 'rcp');
  expect(step?.summary).toContain('AWS says that they do');
  expect(causes[0]?.fix?.summary).toContain('find the statement in the resource control policies');
  expect(conclusion).toBe('contradicted');
});

describe('what may be taken for granted', () => {
  const GUARDRAIL = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] };

  it('is FullAWSAccess beside a given service control policy that only denies, and it says so', async () => {
    const diagnosis = await diagnoseIn(worldWith(NO_BOUNDARY), asked(''), { scp: GUARDRAIL });
    expect(diagnosis.verdict).toBe('allowed');
    expect(diagnosis.assumptions.map(({ what }) => what)).toContain('scp=FullAWSAccess');
  });

  it('hides no Deny of that policy', async () => {
    const diagnosis = await diagnoseIn(worldWith(NO_BOUNDARY), denial(SESSION, 's3:ListAllMyBuckets', '*'), {
      scp: GUARDRAIL,
    });
    expect(diagnosis.causes.map(({ id, layer }) => [id, layer])).toEqual([['scp.explicit-deny', 'scp']]);
  });

  it.each([
    ['that allows something', SOMETHING, ''],
    [
      'where AWS says that none allows',
      GUARDRAIL,
      ' because no service control policy allows the sqs:SendMessage action',
    ],
  ])('is nothing beside one %s', async (_, scp, rest) => {
    const diagnosis = await diagnoseIn(worldWith(NO_BOUNDARY), asked(rest), { scp });
    expect(diagnosis.verdict).toBe('denied');
    expect(diagnosis.assumptions.map(({ what }) => what)).not.toContain('scp=FullAWSAccess');
  });

  it.each(['scp', 'rcp'] as const)('is not that a given %s limits the management account', async (kind) => {
    const everything = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    const { Principal: _, ...plain } = everything;
    const policy = { Version: '2012-10-17', Statement: [kind === 'rcp' ? everything : plain] };
    const world = worldWith({ ...NO_BOUNDARY, [`organizations/${ORGANIZATION}/managementAccountId`]: HOME });
    expect((await diagnoseIn(world, asked(''), { [kind]: policy })).verdict).toBe('allowed');
    const member = worldWith({ ...NO_BOUNDARY, [`organizations/${ORGANIZATION}/managementAccountId`]: MANAGEMENT });
    expect((await diagnoseIn(member, asked(''), { [kind]: policy })).verdict).toBe('denied');
  });
});

describe('the answer does not hang on what nobody told', () => {
  const world = worldWith(NO_BOUNDARY);

  it.each([
    ['s3:GetObject', 'undetermined'],
    ['kms:Decrypt', 'undetermined'],
    ['s3:ListAllMyBuckets', 'allowed'],
    ['ec2:RunInstances', 'allowed'],
  ])('%s without a resource is %s', async (action, verdict) => {
    expect((await diagnoseIn(world, { principal: ROLE, action })).verdict).toBe(verdict);
  });

  it.each([
    ['a policy that AWS made is nobody else’s', 'iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'allowed'],
    ['whether an account lets others in as root', 'sts:AssumeRoot', `arn:aws:iam::${AWAY}:root`, 'undetermined'],
  ])('%s', async (_, action, resource, verdict) => {
    const diagnosis = await diagnoseIn(world, { principal: ROLE, action, resource });
    expect(diagnosis).toMatchObject({ verdict, causes: [] });
    expect([...new Set(diagnosis.open.map(({ kind }) => kind))]).toEqual(verdict === 'allowed' ? [] : ['unsupported']);
  });

  it('a subnet of another account may be shared', async () => {
    const subnet = `arn:aws:ec2:us-east-1:${AWAY}:subnet/subnet-0`;
    const diagnosis = await diagnoseIn(world, asked('', 'ec2:RunInstances', subnet));
    expect(diagnosis).toMatchObject({ verdict: 'undetermined', conclusion: 'inconclusive', causes: [] });
  });

  it('a fix for a caller whom the error does not name stays open', async () => {
    const callerIdentity = { Account: HOME, Arn: SESSION, UserId: 'AROACICICICICICICICI1:build-7' };
    const text = `An error occurred (AccessDenied) when calling the SendMessage operation: User is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}`;
    const diagnosis = await diagnoseIn({ ...worldWith(SILENT), callerIdentity }, text);
    expect(diagnosis).toMatchObject({
      verdict: 'denied',
      conclusion: 'inconclusive',
      causes: [{ id: 'identity.no-allow', rung: 'likely', fix: { check: 'open', openAfter: [{ toPass: 'caller' }] } }],
      fixesTogether: { check: 'open' },
    });
  });

  it('the unique id of a role tells a stale principal, whatever its session is called', async () => {
    const trust = { Effect: 'Allow', Principal: { AWS: 'AROAGONEGONEGONEGONE1' }, Action: 'sts:AssumeRole' };
    const stale = worldWith({
      ...NO_BOUNDARY,
      [`accounts/${AWAY}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument`]: {
        Version: '2012-10-17',
        Statement: [trust],
      },
    });
    const diagnosis = await diagnoseIn(stale, { principal: ROLE, action: 'sts:AssumeRole', resource: TARGET });
    expect(diagnosis).toMatchObject({ verdict: 'denied', causes: [{ id: 'trust.stale-principal' }] });
  });
});

// AWS says that something denies, and not where: an Allow that is missing besides is not what it meant.
describe('an explicit deny that AWS does not place', () => {
  const DENIED = ' with an explicit deny';

  it('is still to be found where nothing that was read denies', async () => {
    const diagnosis = await diagnoseIn(worldWith(SILENT), asked(DENIED));
    expect(diagnosis).toMatchObject({ verdict: 'denied', conclusion: 'inconclusive' });
    expect(diagnosis.causes.map(({ layer }) => layer)).toContain('identity');
  });

  it('is found where a policy denies', async () => {
    const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'sqs:*', Resource: '*' }] };
    const changes = {
      ...SILENT,
      [`${DETAILS}/RoleDetailList/0/RolePolicyList`]: [{ PolicyName: 'NoQueues', PolicyDocument: deny }],
    };
    const diagnosis = await diagnoseIn(worldWith(changes), asked(DENIED));
    expect(diagnosis).toMatchObject({ verdict: 'denied', conclusion: 'explained' });
  });
});

// AWS says that there is one: whether there is any is no question.
describe('a session policy that AWS names', () => {
  it.each([
    ' with an explicit deny in a session policy',
    ' because no session policy allows the sqs:SendMessage action',
  ])('is asked for, and not whether there is one:%s', async (rest) => {
    const { open, steps } = await diagnoseIn(worldWith(NO_BOUNDARY), asked(rest));
    const asking = [
      expect.objectContaining({ what: 'which session policy the session was made with', toPass: 'session-policy' }),
    ];
    expect(open.filter(({ layer }) => layer === 'session')).toEqual(asking);
    expect(steps.find(({ id }) => id === 'session')).toMatchObject({
      status: 'fail',
      summary: 'no API shows which one it is',
      gaps: asking,
    });
  });
});
