import { expect, it } from 'vitest';
import { addedStatementWords, addedWords, attachWords, replacedWords } from '../../src/fix/change-words.ts';
import type { PolicyRef } from '../../src/model/policy.ts';
import { ACCOUNT, QUEUE, ROLE, refOf } from './subject.ts';

const SET_ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_0123456789abcdef`;
const TRUST = refOf('trust', { name: 'web', attachedTo: ROLE });

it.each<[string, string, PolicyRef, string]>([
  [ROLE, '/Statement/0/Principal/AWS', TRUST, 'add role/ci-deployer to the principals in the trust policy of web'],
  [
    `arn:aws:iam::${ACCOUNT}:root`,
    '/Statement/Principal/AWS/1',
    TRUST,
    `add arn:aws:iam::${ACCOUNT}:root to the principals in the trust policy of web`,
  ],
  ['sts:TagSession', '/Statement/Action', TRUST, 'add sts:TagSession to the actions in the trust policy of web'],
  [
    QUEUE,
    '/Statement/2/Resource/0',
    refOf('inline'),
    `add ${QUEUE} to the resources in the inline policy Limits of ci-deployer`,
  ],
  [
    QUEUE,
    '/Statement/2/Resource/0',
    refOf('inline', { attachedTo: SET_ROLE }),
    `add ${QUEUE} to the resources in the inline policy of the permission set Developer`,
  ],
  [
    'v',
    '/Statement/0/Condition/StringEquals/aws:RequestTag~1team',
    refOf('managed'),
    'add v to the values of aws:RequestTag/team in the policy Limits',
  ],
  [
    'iam:GetRole',
    '/Statement/0/NotAction',
    refOf('scp'),
    'add iam:GetRole to NotAction in the service control policy Limits',
  ],
  [
    'v',
    '/Statement/0/Condition/StringEquals/k',
    refOf('rcp'),
    'add v to the values of k in the resource control policy Limits',
  ],
  [
    's3:GetObject',
    '/Statement/Action',
    refOf('boundary'),
    'add s3:GetObject to the actions in the permissions boundary Limits',
  ],
  [
    's3:GetObject',
    '/Statement/Action',
    refOf('session', { name: 'session policy' }),
    'add s3:GetObject to the actions in the session policy',
  ],
  [
    's3:GetObject',
    '/Statement/Action',
    refOf('resource', { name: 'arn:aws:s3:::assets' }),
    'add s3:GetObject to the actions in the bucket policy of assets',
  ],
  ['2012-10-17', '/Version', refOf('inline'), 'set Version to 2012-10-17 in the inline policy Limits of ci-deployer'],
])('says what is added where: %s at %s', (value, pointer, policy, expected) => {
  expect(addedWords({ kind: 'add-value', value, pointer, policy, who: 'account-admin' }, {})).toBe(expected);
});

it('shows the whole ARN where the policy has the same name of another account', () => {
  const added = {
    kind: 'add-value',
    value: ROLE,
    pointer: '/Statement/Principal/AWS',
    policy: TRUST,
    who: 'you',
  } as const;
  const document = { Statement: { Principal: { AWS: ROLE.replace(ACCOUNT, '999988887777') } } };
  expect(addedWords(added, document)).toBe(`add ${ROLE} to the principals in the trust policy of web`);
});

it.each<[unknown, unknown, string]>([
  ['AROAEXAMPLE', ROLE, 'replace AROAEXAMPLE with role/ci-deployer in the trust policy of web: it is dead'],
  [{ Version: '2008-10-17' }, { Version: '2012-10-17' }, 'replace the trust policy of web: it is dead'],
])('says what takes whose place: %j', (before, after, expected) => {
  expect(replacedWords(before, after, TRUST, 'it is dead')).toBe(expected);
});

it.each<[PolicyRef, string]>([
  [refOf('inline'), 'add an inline policy (Limits) to role ci-deployer'],
  [
    refOf('inline', { attachedTo: SET_ROLE }),
    'set an inline policy on the permission set Developer that allows sqs:SendMessage on orders',
  ],
  [
    refOf('managed', { attachedTo: `arn:aws:iam::${ACCOUNT}:user/teams/jane` }),
    'create the policy Limits, and attach it to user jane',
  ],
  [refOf('resource', { attachedTo: QUEUE }), 'add a policy to orders that allows sqs:SendMessage on orders'],
])('says who gets a new policy: %j', (policy, expected) => {
  const Statement = [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE }];
  expect(attachWords(policy, { Statement })).toBe(expected);
});

it.each<[Readonly<Record<string, unknown>>, string]>([
  [
    {
      ...{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::own/x' },
      Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } },
    },
    ' that allows role/ci-deployer to call s3:GetObject on own/x',
  ],
  [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::own/x' },
    ' that allows * to call s3:GetObject on own/x',
  ],
  [
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ' that allows lambda.amazonaws.com to call sts:AssumeRole',
  ],
  [{ Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:*'], Resource: '*' }, ' that allows sqs:SendMessage, sqs:*'],
  [
    { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sqs:SendMessage', Resource: [QUEUE] },
    ' that allows role/ci-deployer to call sqs:SendMessage on orders',
  ],
  [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, ''],
  [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }, ''],
])('says what a statement that is added allows: %j', (statement, expected) => {
  expect(addedStatementWords(TRUST, statement)).toBe(`add a statement to the trust policy of web${expected}`);
});
