import { describe, expect, it } from 'vitest';
import { createsItsResource } from '../../src/reference/resources/created-resource.ts';

describe('what a call creates', () => {
  it.each([
    'lambda:CreateFunction',
    's3:CreateBucket',
    'dynamodb:CreateTable',
    'sqs:CreateQueue',
    'sns:CreateTopic',
    'secretsmanager:CreateSecret',
    'backup:CreateBackupVault',
  ])('has no policy yet: %s', (action) => {
    expect(createsItsResource(action)).toBe(true);
  });

  it.each([
    ['kms:CreateAlias', 'the policy of the key decides'],
    ['glue:CreateTable', 'the policy of the Data Catalog decides'],
    ['ecr:CreateRepository', 'the policy of the registry may allow it'],
    ['lambda:CreateAlias', 'it is about a function that is there'],
    ['lambda:InvokeFunction', 'it creates nothing'],
    ['s3:PutObject', 'it creates nothing with a policy'],
  ])('is not the resource of %s: %s', (action) => {
    expect(createsItsResource(action)).toBe(false);
  });
});
