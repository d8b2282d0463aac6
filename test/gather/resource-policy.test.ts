import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
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
    expect(policies.resource).toMatchObject(gap({ kind: 'not-given', toPass: 'resource-policy' }));
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
    ['secretsmanager:GetSecretValue', 'secretsmanager:eu-west-1:%:secret:db-master', 'absent'],
    ['kms:Decrypt', 'kms:eu-west-1:%:key/0a', 'unreadable'],
    ['glue:GetTable', 'glue:eu-west-1:%:table/db/orders', 'absent'],
    ['execute-api:Invoke', 'execute-api:eu-west-1:%:abc123/prod/GET/pets', 'absent'],
    ['codeartifact:ReadFromRepository', 'codeartifact:eu-west-1:%:repository/shared/npm', 'absent'],
    ['kafka-cluster:Connect', 'kafka:eu-west-1:%:cluster/orders/0a1b', 'absent'],
    ['sqs:SendMessage', 'sqs:eu-west-1:%:*', 'unreadable'],
    ['ec2:StopInstances', 'ec2:eu-west-1:%:instance/i-0', 'absent'],
  ])('%s on %s that a whole account does not list: %s', async (action, resource, status) => {
    const { policies } = await facts(question(SESSION, action, `arn:aws:${resource.replace('%', OWNER)}`));
    expect(policies.resource.status).toBe(status);
  });

  it('is not said to be missing where the name may be short for a secret that is listed', async () => {
    const secret = `arn:aws:secretsmanager:eu-west-1:${OWNER}:secret:db-master`;
    const { policies } = await facts(question(SESSION, 'secretsmanager:GetSecretValue', secret), (file) => {
      file.accounts[OWNER].resourcePolicies[`${secret}-a1B2c3`] = trust({ AWS: CALLER });
    });
    expect(policies.resource.status).toBe('unreadable');
  });

  it('is not said to be missing where the API may be listed as API Gateway’s own operations name it', async () => {
    const api = `arn:aws:execute-api:eu-west-1:${OWNER}:abc123/prod/GET/pets`;
    const { policies } = await facts(question(SESSION, 'execute-api:Invoke', api), (file) => {
      file.accounts[OWNER].resourcePolicies['arn:aws:apigateway:eu-west-1::/restapis/abc123'] = trust({ AWS: CALLER });
    });
    expect(policies.resource.status).toBe('unreadable');
  });

  it('of the Glue Data Catalog decides about its databases and tables', async () => {
    const catalog = `arn:aws:glue:eu-west-1:${OWNER}:catalog`;
    const table = `arn:aws:glue:eu-west-1:${OWNER}:table/shop/orders`;
    const { policies } = await facts(question(SESSION, 'glue:GetTable', table), (file) => {
      file.accounts[OWNER].resourcePolicies[catalog] = trust({ AWS: CALLER });
    });
    expect(policies.resource).toMatchObject({ status: 'known', value: [{ id: catalog }] });
  });

  it.each([
    ['es:ESHttpGet', 'es:eu-west-1:%:domain/logs', '/_search'],
    ['execute-api:Invoke', 'execute-api:eu-west-1:%:abc123', '/prod/GET/pets'],
    ['s3:GetObject', 's3:eu-west-1:%:accesspoint/ap1', '/object/k'],
    ['dynamodb:Query', 'dynamodb:eu-west-1:%:table/orders', '/index/by-date'],
    ['dynamodb:GetRecords', 'dynamodb:eu-west-1:%:table/orders/stream/2026-11-24', ''],
    ['kinesis:SubscribeToShard', 'kinesis:eu-west-1:%:stream/clicks/consumer/web:1', ''],
  ])('%s on a part of %s is decided by the policy of the whole', async (action, holder, part) => {
    const arn = `arn:aws:${holder.replace('%', OWNER)}`;
    const { policies } = await facts(question(SESSION, action, `${arn}${part}`), (file) => {
      file.accounts[OWNER].resourcePolicies[arn] = trust({ AWS: CALLER });
    });
    expect(policies.resource).toMatchObject({ status: 'known', value: [{ id: arn }] });
  });

  // https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
  it.each([
    ['ec2:RunInstances', 'ec2:eu-west-1:%:subnet/subnet-0', OWNER, 'unreadable'],
    ['ec2:RunInstances', 'ec2:eu-west-1:%:subnet/subnet-0', CALLER, 'absent'],
    ['ec2:RunInstances', 'ec2:eu-west-1:%:instance/*', OWNER, 'absent'],
    ['ec2:RunInstances', 'ec2:eu-west-1:%:image/ami-0', '', 'absent'],
    ['rds:RestoreDBInstanceFromDBSnapshot', 'rds:eu-west-1:%:snapshot:s', OWNER, 'unreadable'],
    ['sso:PutApplicationAssignmentConfiguration', 'sso::%:application/ssoins-1/apl-1', OWNER, 'unreadable'],
    ['identitystore:ListUsers', 'identitystore::%:identitystore/d-1', OWNER, 'unreadable'],
    ['account:GetContactInformation', 'account::%:account/o-1/111122223333', OWNER, 'unreadable'],
    ['cleanrooms:GetCollaboration', 'cleanrooms:eu-west-1:%:collaboration/c-1', OWNER, 'unreadable'],
    ['cleanrooms:GetConfiguredTable', 'cleanrooms:eu-west-1:%:configuredtable/t-1', OWNER, 'absent'],
    ['ram:AcceptResourceShareInvitation', 'ram:eu-west-1:%:resource-share-invitation/i', OWNER, 'unreadable'],
  ])('%s on %s of %s, which is shared in another way if at all: %s', async (action, resource, owner, status) => {
    const { policies } = await facts(question(SESSION, action, `arn:aws:${resource.replace('%', owner)}`));
    expect(policies.resource.status).toBe(status);
  });

  it.each([
    ['s3:GetObject', 'unreadable'],
    ['s3:ListAllMyBuckets', 'absent'],
    ['ec2:RunInstances', 'absent'],
  ])('of %s, when nobody tells on what: %s', async (action, status) => {
    const { policies } = await facts(question(SESSION, action, '*'));
    expect(policies.resource.status).toBe(status);
  });

  it('has no part where AWS itself says that the request was about *', async () => {
    const [denial] = parseDenials(
      `User: ${SESSION} is not authorized to perform: sqs:SendMessage on resource: * because no identity-based policy allows the sqs:SendMessage action`,
    );
    const { policies } = await facts(question(SESSION, 'sqs:SendMessage', '*', { denial: denial ?? null }));
    expect(policies.resource.status).toBe('absent');
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
