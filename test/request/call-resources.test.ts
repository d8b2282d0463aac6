import { describe, expect, it } from 'vitest';
import type { Principal } from '../../src/model/principal.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import { otherResources, resourcesOfCall } from '../../src/request/call-resources.ts';
import { MISSING, requestContext } from '../../src/request/request-context.ts';

const context = requestContext([], () => MISSING);
const EC2 = 'arn:aws:ec2:eu-west-1:111122223333';

function caller(): Principal {
  const principal = parsePrincipal('arn:aws:iam::111122223333:user/dev');
  if (principal === undefined) throw new Error('not an ARN');
  return principal;
}

describe('the resources of a call of EC2', () => {
  it('are those that it must have, then those that it usually has', () => {
    const found = resourcesOfCall('ec2:RunInstances', { principal: caller(), context });
    expect(found.map(({ kind, required }) => `${kind}${required ? '' : '?'}`)).toEqual([
      'image',
      'subnet',
      'network-interface',
      'security-group',
      'instance',
      'volume?',
      'key-pair?',
    ]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'one that the call usually has',
      'ec2:RunInstances',
      `${EC2}:volume/*`,
      ['image', 'subnet', 'network-interface', 'security-group', 'instance', 'key-pair'],
    ],
    ['one that it must have', 'ec2:CreateSecurityGroup', `${EC2}:security-group/*`, ['vpc']],
    ['one of a kind that the call need not have', 'ec2:RunInstances', `${EC2}:launch-template/lt-1`, []],
    ['an action of another service', 'glue:GetTable', 'arn:aws:glue:eu-west-1:111122223333:table/db/t', []],
  ])('beside %s', (_, action, resource, kinds) => {
    const request = { action, resource, principal: caller(), resourceAccount: null, context };
    expect(otherResources(request).map(({ kind }) => kind)).toEqual(kinds);
  });
});
