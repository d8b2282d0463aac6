import { describe, expect, it } from 'vitest';
import { absent, known } from '../../src/model/fact.ts';
import type { Facts } from '../../src/model/facts.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import type { Question, UserOptions } from '../../src/model/question.ts';
import type { ContextValue } from '../../src/model/request.ts';
import { askQuestion } from '../../src/request/ask-question.ts';
import { describeRequest } from '../../src/request/describe-request.ts';
import { denialOf } from '../parts/denial-of.ts';
import { factsOf, unreadableGap } from '../parts/facts-of.ts';
import { questionOf } from '../parts/question-of.ts';
import { roleOf } from '../parts/role-of.ts';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/ci/build-42';
const USER = 'arn:aws:iam::111122223333:user/alice';
const clock = { time: new Date('2026-11-24T12:00:00.750Z'), from: 'now' } as const;

const role = roleOf();

interface Asked {
  readonly caller?: string;
  readonly question?: Partial<Question>;
  readonly facts?: Partial<Facts>;
  readonly given?: Partial<UserOptions>;
}

function keyOf(key: string, { caller = SESSION, question = {}, facts = {}, given = {} }: Asked = {}): ContextValue {
  const principal = parsePrincipal(caller) ?? null;
  const request = describeRequest({
    question: questionOf({ action: 's3:GetObject', resource: 'arn:aws:s3:::data/part', principal, ...question }),
    facts: factsOf({ principal, ...facts }),
    given: { context: {}, missing: [], assume: {}, ...given },
    token: null,
    clock,
  });
  if (request === null) throw new Error('nothing is asked');
  return request.context.get(key);
}

const value = (...values: string[]) => ({ status: 'known', values, multivalued: false });
const MISSING = { status: 'missing' };

describe('a condition key that nobody told', () => {
  it('is missing where AWS never sends it in such a request, and else unknown with the option that tells it', () => {
    expect(keyOf('aws:username')).toEqual(MISSING);
    expect(keyOf('aws:SourceArn')).toEqual(MISSING);
    expect(keyOf('sts:ExternalId')).toEqual(MISSING);
    expect(keyOf('sts:ExternalId', { question: { action: 'sts:AssumeRole' } })).toMatchObject({
      status: 'unknown',
      gap: { kind: 'not-given', toPass: { key: 'sts:ExternalId' } },
    });
    expect(keyOf('aws:SourceIp').status).toBe('unknown');
    expect(keyOf('lambda:SourceFunctionArn').status).toBe('unknown');
    expect(keyOf('invented:Key').status).toBe('unknown');
  });

  it('is about MFA what the user says of the call, whatever key the current credentials of that user have', () => {
    const identity = { arn: USER, account: '111122223333', userId: 'AIDAEXAMPLE', source: null, profiles: [] };
    const facts = { currentIdentity: known({ ...identity, keyType: 'AKIA' as const }) };
    expect(keyOf('aws:MultiFactorAuthPresent', { caller: USER, facts })).toEqual(MISSING);
    const given = { context: { 'aws:MultiFactorAuthPresent': 'true' } };
    expect(keyOf('aws:MultiFactorAuthPresent', { caller: USER, facts, given })).toEqual(value('true'));
  });

  it('is missing where AWS lists it for other resources of the call only, whatever was sent for those', () => {
    const given = { context: { 'ec2:InstanceType': 'm5.large', 'aws:RequestTag/team': 'red' } };
    const run = (kind: string) => ({
      given,
      question: { action: 'ec2:RunInstances', resource: `arn:aws:ec2:eu-west-1:111122223333:${kind}/*` },
    });
    expect(keyOf('ec2:InstanceType', run('instance'))).toEqual(value('m5.large'));
    expect(keyOf('ec2:instancetype', run('subnet'))).toEqual(MISSING);
    expect(keyOf('aws:RequestTag/team', run('volume'))).toEqual(value('red'));
    expect(keyOf('aws:RequestTag/team', run('image'))).toEqual(MISSING);
    expect(keyOf('ec2:Vpc', run('subnet')).status).toBe('unknown');
    expect(keyOf('ec2:Region', run('subnet')).status).toBe('unknown');
    expect(keyOf('ec2:InstanceType', run('invented-kind'))).toEqual(value('m5.large'));
  });

  it('is missing of a key of another service, or of other actions of the service', () => {
    expect(keyOf('dynamodb:LeadingKeys')).toEqual(MISSING);
    expect(keyOf('s3:prefix')).toEqual(MISSING);
    expect(keyOf('s3:authType').status).toBe('unknown');
  });
});

describe('what the user tells', () => {
  it('fills in what nobody knows, in any case', () => {
    const given = { context: { 'AWS:sourceip': '203.0.113.7', 'aws:CalledVia': ['athena.amazonaws.com'] } };
    expect(keyOf('aws:SourceIp', { given })).toEqual(value('203.0.113.7'));
    expect(keyOf('aws:CalledVia', { given })).toEqual({
      status: 'known',
      values: ['athena.amazonaws.com'],
      multivalued: true,
    });
    expect(keyOf('aws:SourceVpce', { given: { missing: ['aws:SourceVpce'] } })).toEqual(MISSING);
  });

  it('tells the role behind a session that could not be read', () => {
    const given = { context: { 'aws:PrincipalArn': role.arn } };
    expect(keyOf('aws:PrincipalArn')).toEqual({ status: 'unknown', gap: unreadableGap });
    expect(keyOf('aws:PrincipalArn', { given })).toEqual(value(role.arn));
  });

  it('does not override what was read', () => {
    const facts = { callerEntity: known(role) };
    const given = {
      context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci', 'aws:PrincipalTag/team': 'blue' },
      missing: ['aws:PrincipalAccount'],
    };
    expect(keyOf('aws:PrincipalArn', { facts, given })).toEqual(value(role.arn));
    expect(keyOf('aws:PrincipalTag/team', { facts, given })).toEqual(value('red'));
    expect(keyOf('aws:PrincipalAccount', { facts, given })).toEqual(value('111122223333'));
  });

  it('does not give a role tags that it was seen to lack', () => {
    const facts = { callerEntity: known(role) };
    const given = { context: { 'aws:PrincipalTag/cost': '42' } };
    expect(keyOf('aws:PrincipalTag/cost', { facts, given })).toEqual(MISSING);
    expect(keyOf('aws:PrincipalTag/cost', { given })).toEqual(value('42'));
  });

  it('beats the clock, which is only assumed', () => {
    expect(keyOf('aws:CurrentTime')).toEqual(value('2026-11-24T12:00:00Z'));
    const given = { context: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } };
    expect(keyOf('aws:CurrentTime', { given })).toEqual(value('2020-01-01T00:00:00Z'));
  });

  it('beats the table of passed roles, and loses to the text', () => {
    const pass = {
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/worker',
      denial: denialOf({ operation: 'RunInstances' }),
    };
    const given = { context: { 'iam:PassedToService': 'ec2.amazonaws.com.cn' } };
    expect(keyOf('iam:PassedToService', { question: pass })).toEqual(value('ec2.amazonaws.com'));
    expect(keyOf('iam:PassedToService', { question: pass, given })).toEqual(value('ec2.amazonaws.com.cn'));
    const stated = { ...pass, service: 'spotfleet.amazonaws.com' };
    expect(keyOf('iam:PassedToService', { question: stated, given })).toEqual(value('spotfleet.amazonaws.com'));
  });

  it('loses to what AWS recorded', () => {
    const record = known({
      source: 'decoded-message',
      explicitDeny: false,
      principalArn: null,
      principalId: null,
      action: null,
      resource: null,
      context: { 'aws:SourceIp': ['198.51.100.9'], 'aws:TagKeys': ['team'] },
      matchedStatements: [],
      raw: null,
    } as const);
    const given = { context: { 'aws:SourceIp': '203.0.113.7' } };
    expect(keyOf('aws:SourceIp', { facts: { record }, given })).toEqual(value('198.51.100.9'));
    expect(keyOf('aws:TagKeys', { facts: { record } })).toMatchObject({ values: ['team'], multivalued: true });
  });
});

describe('what the credentials at hand tell', () => {
  const you = (arn: string, userId: string) => ({
    currentIdentity: known({
      arn,
      userId,
      account: '111122223333',
      keyType: null,
      source: null,
      profiles: [],
    } as const),
  });

  it('is the unique id where you are the caller, even if the role cannot be read', () => {
    expect(keyOf('aws:userid', { facts: you(SESSION, 'AROAEXAMPLE:build-42') })).toEqual(value('AROAEXAMPLE:build-42'));
    expect(keyOf('aws:userid', { caller: USER, facts: you(USER, 'AIDAEXAMPLE') })).toEqual(value('AIDAEXAMPLE'));
  });

  it('is nothing about anybody else', () => {
    expect(keyOf('aws:userid', { facts: you(USER, 'AIDAEXAMPLE') }).status).toBe('unknown');
  });
});

describe('the region that was asked', () => {
  const NEW_INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
  const IMAGE = 'arn:aws:ec2:eu-west-1::image/ami-0abcdef1234567890';
  const PEER = 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0abcdef1234567890';

  it.each<[string, Partial<Question>, string | null]>([
    ['of IAM', { action: 'iam:CreateUser' }, 'us-east-1'],
    ['of a role that is passed', { action: 'iam:PassRole' }, null],
    ['that CloudTrail wrote down', { denial: denialOf({ region: 'eu-central-1' }) }, 'eu-central-1'],
    ['that is none', { denial: denialOf({ region: 'eu-middle-9' }) }, null],
    ['of another partition', { denial: denialOf({ region: 'cn-north-1' }) }, null],
    ['in the ARN of a resource', { resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' }, null],
    ['in the ARN of a resource of EC2', { action: 'ec2:RunInstances', resource: NEW_INSTANCE }, 'eu-west-1'],
    ['of an image that is copied from another one', { action: 'ec2:CopyImage', resource: IMAGE }, null],
    ['of the other side of a peering', { action: 'ec2:CreateVpcPeeringConnection', resource: PEER }, null],
    ['of an unnamed action', { action: '' }, null],
  ])('%s', (_, question, region) => {
    const key = keyOf('aws:RequestedRegion', { question });
    if (region === null) expect(key.status).toBe('unknown');
    else expect(key).toEqual(value(region));
  });
});

describe('an action that has no resources', () => {
  const ask = (action: string, resource: string | null = null) =>
    askQuestion(denialOf({ action, resource, caller: SESSION }), { context: {}, missing: [], assume: {} }).resource;

  it('is asked about every resource', () => {
    expect(ask('s3:ListAllMyBuckets')).toBe('*');
    expect(ask('ec2:DescribeInstances')).toBe('*');
    expect(ask('s3:GetObject')).toBeNull();
    expect(ask('invented:Action')).toBeNull();
  });

  it('keeps the resource that the text names', () => {
    expect(ask('s3:ListAllMyBuckets', 'arn:aws:s3:::data')).toBe('arn:aws:s3:::data');
  });
});

describe('the tags of the role that is asked for', () => {
  const target = 'arn:aws:iam::111122223333:role/target';
  const facts = (entity: Facts['callerEntity']) => ({
    resourceAccount: '111122223333',
    role: { arn: target, entity, trustPolicy: entity, similar: absent('rule', 'the role exists') },
  });
  const question = { action: 'sts:AssumeRole', resource: target };

  it('are known once it was read, and so is what it lacks', () => {
    const read = { question, facts: facts(known({ ...role, arn: target })) };
    expect(keyOf('aws:ResourceTag/team', read)).toEqual(value('red'));
    expect(keyOf('iam:ResourceTag/team', read)).toEqual(value('red'));
    expect(keyOf('aws:ResourceTag/cost', read)).toEqual(MISSING);
    expect(keyOf('aws:ResourceTag/team', { question }).status).toBe('unknown');
  });

  it('are not evaluated for iam:PassRole as far as one can rely on', () => {
    const passed = { question: { ...question, action: 'iam:PassRole' }, facts: facts(known({ ...role, arn: target })) };
    expect(keyOf('aws:ResourceTag/team', passed).status).toBe('unknown');
  });
});
