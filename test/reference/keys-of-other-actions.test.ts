import { describe, expect, it } from 'vitest';
import { presenceOf, supportOf } from '../../src/reference/keys/condition-keys.ts';
import { serviceFacts, serviceIndex } from '../../src/reference/service-facts.ts';
import { denial, diagnoseIn, HOME, USER, worldWith } from '../diagnose/world.ts';

const services = Object.keys(serviceIndex()?.services ?? {}).flatMap((prefix) => serviceFacts(prefix) ?? []);

/** For each service the first action without resources, and a key that AWS lists for other actions of the service only. */
const unsupported = services.flatMap(({ prefix, actionNames, conditionKeys }) => {
  const action = actionNames.map((name) => `${prefix}:${name}`).find((name) => isWithoutResources(prefix, name));
  const key = [...conditionKeys.values()]
    .map((one) => one.key.replace(/\$\{.*/, 'team'))
    .filter((one) => !one.endsWith('/') && (one.startsWith('aws:') || one.startsWith(`${prefix}:`)))
    .find((one) => action !== undefined && presenceOf(one, 'user', action) === 'never');
  return action === undefined || key === undefined ? [] : [[action, key] as const];
});

function isWithoutResources(prefix: string, action: string): boolean {
  return serviceFacts(prefix)?.action(action.slice(prefix.length + 1))?.wildcardOnly === true;
}

describe('a key that AWS lists for other actions of the service', () => {
  it.each([
    ['ec2:ResourceTag/Env', 'ec2:DescribeInstances', 'never'],
    ['aws:ResourceTag/Env', 'ec2:DescribeInstances', 'never'],
    ['ec2:InstanceType', 'ec2:DescribeSubnets', 'never'],
    ['aws:RequestTag/Env', 'ec2:DescribeInstances', 'never'],
    ['aws:TagKeys', 'ec2:DescribeInstances', 'never'],
    ['S3:Prefix', 's3:GetObject', 'never'],
    ['s3:x-amz-acl', 's3:ListBucket', 'never'],
    ['dynamodb:LeadingKeys', 'dynamodb:ListTables', 'never'],
    ['lambda:Layer', 'lambda:InvokeFunction', 'never'],
    // AWS lists it for the action, or for one of its resources.
    ['ec2:ResourceTag/Env', 'ec2:TerminateInstances', 'depends'],
    ['s3:prefix', 's3:ListBucket', 'depends'],
    ['rds:DatabaseEngine', 'rds:DescribeDBInstances', 'depends'],
    // Listed for nearly all actions, so that the others are gaps of the list.
    ['s3:authType', 's3:InitiateReplication', 'depends'],
    ['kms:ViaService', 'kms:ListKeys', 'depends'],
    ['ses:ApiVersion', 'ses:CreateAddressList', 'depends'],
    // Listed for none: it says where the session comes from.
    ['ec2:SourceInstanceARN', 'ec2:DescribeInstances', 'never'],
    ['dynamodb:FirstPartitionKeyValues', 'dynamodb:Query', 'depends'],
    ['sagemaker:VolumeKmsKey', 'sagemaker:CreateTrainingJob', 'depends'],
    // The action has a resource, which may have got tags since.
    ['aws:ResourceTag/Env', 'logs:DescribeQueries', 'never'],
    ['ec2:ResourceTag/Env', 'ec2:NoSuchAction', 'depends'],
  ] as const)('%s in a request for %s: %s', (key, action, expected) => {
    expect(presenceOf(key, 'user', action)).toBe(expected);
  });

  it('is never one that AWS lists for the action', () => {
    const wrong = services.flatMap(({ prefix, actionNames, conditionKeys }) =>
      [actionNames.at(0), actionNames.at(-1)].flatMap((name) => {
        const action = `${prefix}:${name}`;
        return [...conditionKeys.values()]
          .map(({ key }) => key.replace(/\$\{[^}]*\}/g, 'x'))
          .filter((key) => supportOf(key, action) === 'listed' && presenceOf(key, 'session', action) === 'never')
          .map((key) => `${action} ${key}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is found for most services', () => {
    expect(services.length).toBeGreaterThan(400);
    expect(unsupported.length).toBeGreaterThan(200);
  });

  it.each(unsupported)('%s never has %s: the condition fails, and nothing asks for a value', async (action, key) => {
    const statement = {
      Effect: 'Allow',
      Action: action,
      Resource: '*',
      Condition: { StringEquals: { [key]: 'blue' } },
    };
    const user = `accounts/${HOME}/authorizationDetails/UserDetailList/0`;
    const file = worldWith({
      [`${user}/GroupList`]: [],
      [`${user}/UserPolicyList`]: [
        { PolicyName: 'Look', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
      ],
      [`${user}/PermissionsBoundary`]: undefined,
    });
    const { verdict, open, causes } = await diagnoseIn(file, denial(USER, action, '*'));
    expect(verdict).toBe('denied');
    expect(open.filter(({ toPass }) => typeof toPass === 'object' && toPass?.key === key)).toEqual([]);
    expect(causes.map(({ id }) => id)).toContain('identity.unsupported-key');
    expect(causes.flatMap(({ fix }) => Object.keys(fix?.request?.context ?? {}))).toEqual([]);
  });
});
