import { describe, expect, it } from 'vitest';
import { alsoNeeded, denied, diagnosisOf, requirementsOf, statementsOf } from './requirements-of.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/karpenter/17314';
const EC2 = 'arn:aws:ec2:us-east-2:111122223333:';

async function resourcesFor(action: string, resource: string | null): Promise<unknown> {
  const found = await requirementsOf(denied(ROLE, action, resource));
  return statementsOf(found['identity'])[0]?.['Resource'];
}

describe('a call that is checked on several resources', () => {
  it.each([
    [
      'a launch, of which the text names nothing: what EC2 creates has no name yet',
      'ec2:RunInstances',
      null,
      [
        'arn:aws:ec2:REGION::image/IMAGE_ID',
        'arn:aws:ec2:REGION:111122223333:subnet/SUBNET_ID',
        'arn:aws:ec2:REGION:111122223333:network-interface/*',
        'arn:aws:ec2:REGION:111122223333:security-group/SECURITY_GROUP_ID',
        'arn:aws:ec2:REGION:111122223333:instance/*',
        'arn:aws:ec2:REGION:111122223333:volume/*',
        'arn:aws:ec2:REGION:111122223333:key-pair/KEY_PAIR_NAME',
      ],
    ],
    [
      'a launch that was denied on its instance: the region is known',
      'ec2:RunInstances',
      `${EC2}instance/*`,
      [
        `${EC2}instance/*`,
        'arn:aws:ec2:us-east-2::image/IMAGE_ID',
        `${EC2}subnet/SUBNET_ID`,
        `${EC2}network-interface/*`,
        `${EC2}security-group/SECURITY_GROUP_ID`,
        `${EC2}volume/*`,
        `${EC2}key-pair/KEY_PAIR_NAME`,
      ],
    ],
    [
      'a network interface has a security group',
      'ec2:CreateNetworkInterface',
      `${EC2}subnet/subnet-1`,
      [`${EC2}subnet/subnet-1`, `${EC2}network-interface/*`, `${EC2}security-group/SECURITY_GROUP_ID`],
    ],
    [
      'a flow log is for a VPC, or something in it',
      'ec2:CreateFlowLogs',
      `${EC2}vpc-flow-log/*`,
      [`${EC2}vpc-flow-log/*`, `${EC2}vpc/VPC_ID`],
    ],
    [
      'a table of Glue is in a database, which its ARN names',
      'glue:GetTable',
      'arn:aws:glue:eu-west-1:111122223333:table/sales/orders',
      [
        'arn:aws:glue:eu-west-1:111122223333:table/sales/orders',
        'arn:aws:glue:eu-west-1:111122223333:catalog',
        'arn:aws:glue:eu-west-1:111122223333:database/sales',
      ],
    ],
    [
      'an alias is of a key, also where the account is masked',
      'kms:CreateAlias',
      'arn:aws:kms:us-west-2:***:alias/eks/shop',
      ['arn:aws:kms:us-west-2:ACCOUNT:alias/eks/shop', 'arn:aws:kms:us-west-2:ACCOUNT:key/KEY_ID'],
    ],
    [
      'a resource that takes another one’s place is alone',
      'dynamodb:TagResource',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
    ],
    ['a folder of a bucket is what is in it', 's3:PutObject', 'arn:aws:s3:::logs/data/', 'arn:aws:s3:::logs/data/*'],
    ['one without others is alone', 'ec2:StopInstances', `${EC2}instance/i-1`, `${EC2}instance/i-1`],
  ])('%s', async (_, action, resource, expected) => {
    expect(await resourcesFor(action, resource)).toEqual(expected);
  });

  it('on an alias and its key needs an identity policy: the alias has none of its own', async () => {
    const found = await requirementsOf(
      denied(ROLE, 'kms:CreateAlias', 'arn:aws:kms:us-west-2:111122223333:alias/eks/shop'),
    );
    expect(alsoNeeded(found['identity'])).toEqual([['resource']]);
    expect(alsoNeeded(found['resource'])).toEqual([['identity'], ['identity']]);
  });

  it('is no fix with the denied resource alone', async () => {
    const clause = ' because no identity-based policy allows the ec2:RunInstances action';
    const { causes } = await diagnosisOf(denied(ROLE, 'ec2:RunInstances', `${EC2}instance/*`, clause));
    expect(causes.flatMap(({ fix }) => fix?.changes ?? [])).toEqual([]);
  });
});
