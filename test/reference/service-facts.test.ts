import { describe, expect, it } from 'vitest';
import { actionFacts, lookUpAction, serviceFacts, serviceIndex } from '../../src/reference/service-facts.ts';

describe('what AWS documents about an action', () => {
  it('is found in any case', () => {
    expect(actionFacts('S3:getobject')?.name).toBe('s3:GetObject');
    expect(actionFacts('STS:ASSUMEROLE')?.name).toBe('sts:AssumeRole');
  });

  it('names the resource types with their ARN patterns', () => {
    const types = actionFacts('sts:AssumeRole')?.resourceTypes;
    expect(types).toMatchObject([
      { name: 'role', arn: expect.stringMatching(/^arn:.*:iam::.*:role\//), required: true },
    ]);
    expect(types?.[0]?.conditionKeys).toBeNull();
    const optional = actionFacts('ec2:RunInstances')?.resourceTypes.filter((type) => !type.required) ?? [];
    expect(optional.map((type) => type.name)).toContain('launch-template');
  });

  it('names the condition keys, those of the resource types too', () => {
    expect(actionFacts('iam:PassRole')?.conditionKeys).toContain('iam:PassedToService');
    expect(actionFacts('iam:DeleteRole')?.conditionKeys).toContainEqual(expect.stringMatching(/^aws:ResourceTag\//));
    expect(actionFacts('sts:AssumeRole')?.conditionKeys).toContain('sts:ExternalId');
    expect(actionFacts('sts:GetCallerIdentity')?.conditionKeys).toEqual([]);
  });

  it('tells the keys of each resource where a service decides for each of them', () => {
    const types = actionFacts('ec2:RunInstances')?.resourceTypes ?? [];
    const having = types.filter(({ conditionKeys }) => conditionKeys?.includes('ec2:InstanceType'));
    expect(having.map(({ name }) => name)).toEqual(['instance']);
  });

  it.each([
    ['s3:ListAllMyBuckets', true],
    ['ec2:DescribeInstances', true],
    ['sts:GetCallerIdentity', true],
    ['sts:AssumeRole', false],
    ['s3:GetObject', false],
  ])('%s works on any resource only: %s', (action, wildcardOnly) => {
    expect(actionFacts(action)?.wildcardOnly).toBe(wildcardOnly);
  });

  it('tells an unknown action from an unknown service', () => {
    expect(lookUpAction('sts:AssumeRoles')).toMatchObject({ status: 'unknown-action', service: { prefix: 'sts' } });
    expect(lookUpAction('quantum:Leap')).toEqual({ status: 'unknown-service' });
  });

  it.each([
    '',
    ':',
    'sts',
    '../sts:AssumeRole',
    'sts/../iam:GetRole',
    '__proto__:x',
    'index:x',
    'role-operations:x',
    'ſts:AssumeRole',
  ])('takes %j for no service', (action) => {
    expect(lookUpAction(action)).toEqual({ status: 'unknown-service' });
    expect(actionFacts(action)).toBeUndefined();
  });

  it('knows no action named like a member of every object', () => {
    expect(actionFacts('sts:constructor')).toBeUndefined();
    expect(actionFacts('sts:__proto__')).toBeUndefined();
  });

  it('gives the value types of condition keys', () => {
    const keys = serviceFacts('sts')?.conditionKeys;
    expect(keys?.get('sts:externalid')).toEqual({ key: 'sts:ExternalId', type: 'String' });
    expect(keys?.get('sts:transitivetagkeys')?.type).toBe('ArrayOfString');
  });

  it('says how old it is', () => {
    expect(serviceIndex()?.updated).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(serviceIndex()?.services['states']).toBe('AWS Step Functions');
  });
});
