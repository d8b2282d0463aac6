import { describe, expect, it } from 'vitest';
import { compareActions } from '../../src/evidence/near-miss/compare-actions.ts';
import { FAR } from '../../src/evidence/near-miss/difference.ts';
import { API_ACTIONS, NEEDED_ACTIONS } from '../../src/reference/actions/related-actions.ts';
import { lookUpAction } from '../../src/reference/service-facts.ts';

/** [what the policy says, what was asked, the difference; undefined where it is covered] */
const rows: readonly (readonly [policy: string, asked: string, words: string | undefined])[] = [
  // Covered
  ['*', 'sts:AssumeRole', undefined],
  ['sts:*', 'sts:AssumeRole', undefined],
  ['STS:assumerole', 'sts:AssumeRole', undefined],
  ['s3:Get*', 's3:GetObject', undefined],
  ['s3:?etObject', 's3:GetObject', undefined],
  // Typing errors
  ['sts:AssumeRoles', 'sts:AssumeRole', 'one letter: there is no action sts:AssumeRoles'],
  ['sts:AsumeRole', 'sts:AssumeRole', 'one letter: there is no action sts:AsumeRole'],
  ['sts:TagSessions', 'sts:TagSession', 'one letter: there is no action sts:TagSessions'],
  ['s3:GetObjetc', 's3:GetObject', 'one letter: there is no action s3:GetObjetc'],
  ['s3:GetObjcts', 's3:GetObject', 'two letters: there is no action s3:GetObjcts'],
  ['lambda:InvokeFunctions', 'lambda:InvokeFunction', 'one letter: there is no action lambda:InvokeFunctions'],
  ['iam:PassRoles', 'iam:PassRole', 'one letter: there is no action iam:PassRoles'],
  ['kms:Decyrpt', 'kms:Decrypt', 'one letter: there is no action kms:Decyrpt'],
  [' s3:GetObject', 's3:GetObject', 'white space in the action, which never matches'],
  ['s3:GetObject ', 's3:GetObject', 'white space in the action, which never matches'],
  // The name of an API, of a command, of another service
  ['s3:ListObjectsV2', 's3:ListBucket', 'the name of the API: its IAM action is s3:ListBucket'],
  ['s3:ListObjects', 's3:ListBucket', 'the name of the API: its IAM action is s3:ListBucket'],
  ['s3:HeadObject', 's3:GetObject', 'the name of the API: its IAM action is s3:GetObject'],
  ['s3:ListBuckets', 's3:ListAllMyBuckets', 'the name of the API: its IAM action is s3:ListAllMyBuckets'],
  ['s3:UploadPart', 's3:PutObject', 'the name of the API: its IAM action is s3:PutObject'],
  ['lambda:Invoke', 'lambda:InvokeFunction', 'the name of the API: its IAM action is lambda:InvokeFunction'],
  ['sqs:SendMessageBatch', 'sqs:SendMessage', 'the name of the API: its IAM action is sqs:SendMessage'],
  ['iam:AssumeRole', 'sts:AssumeRole', 'the name of the API: its IAM action is sts:AssumeRole'],
  ['sts:PassRole', 'iam:PassRole', 'the name of the API: its IAM action is iam:PassRole'],
  ['s3api:GetObject', 's3:GetObject', 'different service: there is no s3api, it must be s3'],
  [
    'cognito:AdminGetUser',
    'cognito-idp:AdminGetUser',
    'different service: there is no cognito, it must be cognito-idp',
  ],
  ['ec2:RunTask', 'ecs:RunTask', 'different service: policy has ec2, request has ecs'],
  ['AssumeRole', 'sts:AssumeRole', 'no service before the colon: it must be sts:AssumeRole'],
  // Another API of the same family
  [
    'sts:AssumeRoleWithSAML',
    'sts:AssumeRole',
    'different API: policy has sts:AssumeRoleWithSAML, request has sts:AssumeRole',
  ],
  [
    'sts:AssumeRole',
    'sts:AssumeRoleWithWebIdentity',
    'different API: policy has sts:AssumeRole, request has sts:AssumeRoleWithWebIdentity',
  ],
  [
    'sts:AssumeRoleWithSAML',
    'sts:AssumeRoleWithWebIdentity',
    'different API: policy has sts:AssumeRoleWithSAML, request has sts:AssumeRoleWithWebIdentity',
  ],
  ['s3:GetObject', 's3:GetObjectVersion', 'different API: policy has s3:GetObject, request has s3:GetObjectVersion'],
  ['s3:GetObject', 's3:PutObject', 'different action: policy has s3:GetObject, request has s3:PutObject'],
  // What a call needs besides, and when
  [
    'lambda:CreateFunction',
    'iam:PassRole',
    'lambda:CreateFunction also needs iam:PassRole for the role that it passes',
  ],
  ['ecs:RunTask', 'iam:PassRole', 'ecs:RunTask also needs iam:PassRole for the role that it passes'],
  ['ec2:RunInstances', 'ec2:CreateTags', 'ec2:RunInstances also needs ec2:CreateTags where tags are set'],
  ['sts:AssumeRole', 'sts:TagSession', 'sts:AssumeRole also needs sts:TagSession where tags are set'],
  [
    'sts:AssumeRole',
    'sts:SetSourceIdentity',
    'sts:AssumeRole also needs sts:SetSourceIdentity where a source identity is set',
  ],
  ['sts:AssumeRole', 'sts:SetContext', 'sts:AssumeRole also needs sts:SetContext where a context is passed'],
  [
    's3:PutObject',
    'kms:GenerateDataKey',
    's3:PutObject also needs kms:GenerateDataKey where a customer managed key encrypts the data',
  ],
  [
    'secretsmanager:GetSecretValue',
    'kms:Decrypt',
    'secretsmanager:GetSecretValue also needs kms:Decrypt where a customer managed key encrypts the data',
  ],
  [
    'ecs:CreateCluster',
    'iam:CreateServiceLinkedRole',
    'ecs:CreateCluster also needs iam:CreateServiceLinkedRole where the service-linked role is not there yet',
  ],
  [
    'ecr:BatchGetImage',
    'ecr:GetAuthorizationToken',
    'pulling an image needs ecr:GetAuthorizationToken as well as ecr:BatchGetImage',
  ],
  ['ecr:PutImage', 'ecr:UploadLayerPart', 'pushing an image needs ecr:UploadLayerPart as well as ecr:PutImage'],
  // What it is often made with
  ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:DeleteMessage is often used with sqs:ReceiveMessage'],
  ['s3:GetObject', 's3:ListBucket', 's3:ListBucket is often used with s3:GetObject'],
  ['iam:CreateRole', 'iam:PassRole', 'iam:PassRole is often used with iam:CreateRole'],
  ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:Decrypt is often used with kms:GenerateDataKey'],
  // Wildcards
  ['s3:GetB*', 's3:GetObject', 'the wildcard does not cover it: policy has s3:GetB*, request has s3:GetObject'],
  [
    'sts:AssumeRoleWith*',
    'sts:AssumeRole',
    'the wildcard does not cover it: policy has sts:AssumeRoleWith*, request has sts:AssumeRole',
  ],
];

describe('the difference between an action in a policy and the one that was asked', () => {
  it.each(rows)('%j and %j', (policy, asked, words) => {
    expect(compareActions(policy, asked)?.words).toBe(words);
  });

  it.each([
    ['dynamodb:GetItem', 's3:GetObject'],
    ['s3:ListBucket', 's3:GetObject'],
    ['sts:Get*', 'sts:AssumeRole'],
    ['__proto__', 'sts:AssumeRole'],
    ['constructor', 'sts:AssumeRole'],
    ['', 'sts:AssumeRole'],
    ['x'.repeat(1_000_000), 'sts:AssumeRole'],
    [`sts:${'*a'.repeat(500_000)}`, 'sts:AssumeRole'],
  ])('%.40j has nothing to do with %j', (policy, asked) => {
    expect(compareActions(policy, asked)?.distance).toBeGreaterThanOrEqual(FAR);
  });
});

describe('what the tables say', () => {
  const named = [...Object.values(API_ACTIONS), ...Object.entries(NEEDED_ACTIONS).flat(2)];
  it.each([...new Set(named)])('%s is an action', (action) => {
    expect(lookUpAction(action).status).toBe('known');
  });

  it.each(Object.keys(API_ACTIONS))('%s is none', (api) => {
    expect(lookUpAction(api).status).not.toBe('known');
  });
});
