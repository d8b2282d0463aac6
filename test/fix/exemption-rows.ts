import { expect } from 'vitest';
import type { Change } from '../../src/model/diagnosis.ts';
import type { PolicyRef } from '../../src/model/policy.ts';
import { ACCOUNT, type Given, QUEUE, ROLE, refOf } from './subject.ts';

const INLINE = refOf('inline');
const MANAGED = refOf('managed', { arn: `arn:aws:iam::${ACCOUNT}:policy/Limits` });
const GROUP = refOf('inline', { attachedTo: `arn:aws:iam::${ACCOUNT}:group/builders` });
export const SCP = refOf('scp', { attachedTo: 'ou-root-builds01' });
export const DENY = { Effect: 'Deny', Action: 'sqs:*', Resource: '*' };
const OTHER_ROLE = `arn:aws:iam::${ACCOUNT}:role/somebody-else`;
const BUCKET = 'arn:aws:s3:::reports';
const OTHER_QUEUE = `${QUEUE}-of-others`;
export const CONDITION = '/Statement/1/Condition';

export interface Row {
  readonly name: string;
  readonly policy: PolicyRef;
  readonly deny: Readonly<Record<string, unknown>>;
  readonly given?: Partial<Given>;
  /** What changes in the statement itself; the rest of the changes are copies of it. */
  readonly changes: readonly Omit<Change, 'policy'>[];
  /** What the copies of the statement are about. */
  readonly copies?: readonly object[];
  /** Whoever and whatever else the statement denied stays denied. */
  readonly stillDenied: readonly Partial<Given>[];
}

const BY_CALLER = { caller: OTHER_ROLE };
export const BY_ACTION = { action: 'sqs:DeleteMessage' };
export const BY_RESOURCE = { resource: OTHER_QUEUE };
const BY_ALL = [BY_CALLER, BY_ACTION, BY_RESOURCE];
const OF_OTHER_QUEUES = { Action: 'sqs:SendMessage', NotResource: QUEUE };
/** All that sqs:* covers but sqs:SendMessage. */
const OTHER_SQS = ['A*', 'C*', 'D*', 'G*', 'L*', 'P*', 'R*', 'Set*', 'St*', 'T*', 'U*'].map((name) => `sqs:${name}`);
const COPIES = [{ Action: OTHER_SQS, Resource: '*' }, OF_OTHER_QUEUES];
/** What is exempted, by which changes, and what stays denied. */
export const ROWS: readonly Row[] = [
  {
    name: 'the one resource, in a policy of the caller alone',
    policy: INLINE,
    deny: DENY,
    changes: [
      { pointer: '/Statement/1/Resource', before: '*', after: null },
      { pointer: '/Statement/1/NotResource', before: null, after: QUEUE },
    ],
    stillDenied: [BY_RESOURCE, BY_ACTION],
    copies: [{ Action: OTHER_SQS, Resource: '*' }],
  },
  {
    name: 'one more resource beside those that are left out',
    policy: INLINE,
    deny: { Effect: 'Deny', Action: 'sqs:*', NotResource: [OTHER_QUEUE] },
    changes: [{ pointer: '/Statement/1/NotResource/-', before: null, after: QUEUE }],
    stillDenied: [{ resource: `${QUEUE}-3` }, BY_ACTION],
    copies: [{ Action: OTHER_SQS }],
  },
  {
    name: 'a second resource beside the single one that is left out',
    policy: refOf('session'),
    deny: { Effect: 'Deny', Action: 'sqs:*', NotResource: OTHER_QUEUE },
    changes: [{ pointer: '/Statement/1/NotResource', before: OTHER_QUEUE, after: [OTHER_QUEUE, QUEUE] }],
    stillDenied: [{ resource: `${QUEUE}-3` }, BY_ACTION],
    copies: [{ Action: OTHER_SQS }],
  },
  {
    name: 'the one action where it knows no resources',
    policy: INLINE,
    deny: { Effect: 'Deny', Action: '*', Resource: '*' },
    given: { action: 'sns:ListTopics', resource: '*' },
    changes: [
      { pointer: '/Statement/1/Action', before: '*', after: null },
      { pointer: '/Statement/1/NotAction', before: null, after: 'sns:ListTopics' },
    ],
    stillDenied: [{ action: 'sqs:SendMessage', resource: QUEUE }],
  },
  {
    name: 'one more action beside those that are left out',
    policy: INLINE,
    deny: { Effect: 'Deny', NotAction: ['iam:*'], Resource: ['arn:aws:sqs:*', QUEUE] },
    changes: [{ pointer: '/Statement/1/NotAction/-', before: null, after: 'sqs:SendMessage' }],
    stillDenied: [BY_ACTION],
  },
  {
    name: 'the caller, in a policy that others may have',
    policy: MANAGED,
    deny: DENY,
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: "the caller, in a group's policy",
    policy: GROUP,
    deny: DENY,
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: 'beside conditions of other operators',
    policy: SCP,
    deny: { ...DENY, Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
    given: { context: { 'aws:RequestedRegion': 'us-east-1' } },
    changes: [{ pointer: `${CONDITION}/ArnNotEquals`, before: null, after: { 'aws:PrincipalArn': ROLE } }],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: 'beside other keys of the same operator',
    policy: SCP,
    deny: { ...DENY, Condition: { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } } },
    changes: [{ pointer: `${CONDITION}/ArnNotEquals/aws:PrincipalArn`, before: null, after: ROLE }],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: 'one more in the list of exemptions',
    policy: SCP,
    deny: { ...DENY, Condition: { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/ops'] } } },
    changes: [{ pointer: `${CONDITION}/ArnNotLike/aws:PrincipalArn/-`, before: null, after: ROLE }],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: 'a second beside the single exemption, whatever the case of its key',
    policy: SCP,
    deny: { ...DENY, Condition: { StringNotLike: { 'AWS:principalarn': 'arn:aws:iam::*:role/ops' } } },
    changes: [
      {
        pointer: `${CONDITION}/StringNotLike/AWS:principalarn`,
        before: 'arn:aws:iam::*:role/ops',
        after: ['arn:aws:iam::*:role/ops', ROLE],
      },
    ],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: 'in a list under IfExists',
    policy: SCP,
    deny: { ...DENY, Condition: { ArnNotLikeIfExists: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/ops'] } } },
    changes: [{ pointer: `${CONDITION}/ArnNotLikeIfExists/aws:PrincipalArn/-`, before: null, after: ROLE }],
    stillDenied: BY_ALL,
    copies: COPIES,
  },
  {
    name: 'the one action of a list',
    policy: MANAGED,
    deny: { Sid: 'Stop', Effect: 'Deny', Action: ['sqs:sendmessage', 'sqs:DeleteMessage', 'sns:*'], Resource: QUEUE },
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    copies: [{ Effect: 'Deny', Action: ['sqs:DeleteMessage', 'sns:*'], Resource: QUEUE }],
    stillDenied: [BY_CALLER, BY_ACTION],
  },
  {
    name: 'the one action of all',
    policy: SCP,
    deny: { Effect: 'Deny', Action: '*', Resource: '*' },
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    copies: [{ NotAction: 'sqs:SendMessage', Resource: '*' }, OF_OTHER_QUEUES],
    stillDenied: BY_ALL,
  },
  {
    name: 'one more action of those that a guardrail leaves out',
    policy: SCP,
    deny: { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    copies: [{ NotAction: ['iam:*', 'sqs:SendMessage'], Resource: '*' }, OF_OTHER_QUEUES],
    stillDenied: BY_ALL,
  },
  {
    name: 'the one action of the one resource that is denied, with no copy',
    policy: MANAGED,
    deny: { Effect: 'Deny', Action: 'sqs:SendMessage', Resource: QUEUE },
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    stillDenied: [BY_CALLER],
  },
  {
    name: 'the one action of all in a resource control policy, which has no NotAction',
    policy: refOf('rcp', { attachedTo: 'ou-root-builds01' }),
    deny: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    copies: [{ Action: expect.arrayContaining(['s3:*', ...OTHER_SQS]), Resource: '*' }, OF_OTHER_QUEUES],
    stillDenied: [BY_CALLER, BY_ACTION, { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }],
  },
  {
    name: 'the pattern that covers the resource, beside others',
    policy: INLINE,
    deny: {
      Effect: 'Deny',
      Action: ['s3:DeleteObject', 's3:PutObject'],
      Resource: [`${BUCKET}/*`, 'arn:aws:s3:::keep/*'],
    },
    given: { action: 's3:DeleteObject', resource: `${BUCKET}/a.csv` },
    changes: [
      {
        pointer: '/Statement/1/Resource',
        before: [`${BUCKET}/*`, 'arn:aws:s3:::keep/*'],
        after: 'arn:aws:s3:::keep/*',
      },
    ],
    copies: [{ Action: 's3:PutObject', Resource: [`${BUCKET}/*`, 'arn:aws:s3:::keep/*'] }],
    stillDenied: [{ action: 's3:PutObject' }, { resource: 'arn:aws:s3:::keep/b.csv' }],
  },
  {
    name: 'the one action of all those of a bucket',
    policy: refOf('resource', { name: BUCKET, attachedTo: BUCKET }),
    deny: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [BUCKET, `${BUCKET}/*`] },
    given: { action: 's3:GetObject', resource: `${BUCKET}/a.csv` },
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    copies: [{ Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: [BUCKET, `${BUCKET}/*`] }],
    stillDenied: [BY_CALLER, { action: 's3:DeleteObject' }, { action: 's3:DeleteBucket', resource: BUCKET }],
  },
  {
    name: 'a service by its name',
    policy: refOf('resource', { name: QUEUE, attachedTo: QUEUE }),
    deny: { ...DENY, Principal: '*' },
    given: { caller: 'sns.amazonaws.com' },
    changes: [
      {
        pointer: CONDITION,
        before: null,
        after: { StringNotEquals: { 'aws:PrincipalServiceName': 'sns.amazonaws.com' } },
      },
    ],
    stillDenied: [{ caller: 's3.amazonaws.com' }, BY_ACTION],
    // A queue policy takes seven actions in one statement.
    copies: [
      { Action: OTHER_SQS.slice(0, 7), Resource: '*' },
      { Action: OTHER_SQS.slice(7), Resource: '*' },
    ],
  },
];
