import { describe, expect, it } from 'vitest';
import { denied, facts, gap } from './facts.ts';
import { question, SESSION } from './questions.ts';
import { CALLER, OWNER, trust } from './world.ts';

describe('the resource policy', () => {
  const GET = question(SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/some/key');

  it('of an object is the one of its bucket, and the account that lists it is its owner', async () => {
    const { policies, resourceAccount } = await facts(GET);
    expect(resourceAccount).toBe(OWNER);
    expect(policies.resource).toMatchObject({
      status: 'known',
      value: [{ id: 'arn:aws:s3:::artifacts', policies: [{ document: { value: trust({ AWS: CALLER }) } }] }],
    });
    expect(policies.rcp.status).toBe('known');
  });

  it('of a bucket that no account lists is unknown, and so is its account', async () => {
    const { policies, resourceAccount } = await facts(question(SESSION, 's3:GetObject', 'arn:aws:s3:::elsewhere/key'));
    expect(resourceAccount).toBeNull();
    expect(policies.resource).toMatchObject(gap({ kind: 'not-given', option: '--resource-policy' }));
    expect(policies.rcp.status).toBe('unreadable');
  });

  it.each([
    ['s3:GetBucketPolicy', 'arn:aws:s3:::artifacts', OWNER],
    ['s3:GetBucketPolicy', 'arn:aws:s3:::artifacts', undefined],
    ['s3:GetBucketPolicy', 'arn:aws:s3:::artifacts/some/key', CALLER],
    ['snapshot:ResourcePolicy', 'arn:aws:s3:::artifacts', OWNER],
  ])('that was refused is unknown: %s on %s in %s', async (call, on, account) => {
    const { policies } = await facts(GET, (file) => {
      file['unreadable'] = [{ account, call, on, code: 'AccessDenied' }];
    });
    expect(policies.resource.status).toBe('unreadable');
  });

  it.each([
    ['sqs:SendMessage', 'sqs:eu-west-1:%:orders', 'absent'],
    ['secretsmanager:GetSecretValue', 'secretsmanager:eu-west-1:%:secret:db-AbC123', 'absent'],
    ['secretsmanager:GetSecretValue', 'secretsmanager:eu-west-1:%:secret:db', 'unreadable'],
    ['kms:Decrypt', 'kms:eu-west-1:%:key/0a', 'unreadable'],
    ['ec2:StopInstances', 'ec2:eu-west-1:%:instance/i-0', 'absent'],
  ])('%s on %s that a whole account does not list: %s', async (action, resource, status) => {
    const { policies } = await facts(question(SESSION, action, `arn:aws:${resource.replace('%', OWNER)}`));
    expect(policies.resource.status).toBe(status);
  });

  it('of a queue is unknown where reading the policies was refused', async () => {
    const { policies } = await facts(
      question(SESSION, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OWNER}:orders`),
      (file) => {
        file['unreadable'] = [denied(OWNER, 'sqs:GetQueueAttributes', OWNER)];
      },
    );
    expect(policies.resource.status).toBe('unreadable');
  });
});
