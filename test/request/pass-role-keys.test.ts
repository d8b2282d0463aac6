import { describe, expect, it } from 'vitest';
import type { Denial } from '../../src/model/denial.ts';
import { passRoleKeys } from '../../src/request/call-keys.ts';
import { denialOf } from '../parts/denial-of.ts';
import { questionOf } from '../parts/question-of.ts';

const role = 'arn:aws:iam::111122223333:role/worker';

function keysOf(denial: Partial<Denial> | null, service: string | null = null, resource = role) {
  return passRoleKeys(questionOf({ denial: denial && denialOf(denial), action: 'iam:PassRole', resource, service }));
}

describe('the condition keys of iam:PassRole', () => {
  it('are none of another action', () => {
    expect(passRoleKeys(questionOf({ action: 'sts:AssumeRole', resource: role }))).toEqual({});
  });

  it('have the service that the text or an option names', () => {
    const keys = keysOf({ operation: 'RunInstances' }, 'ecs-tasks.amazonaws.com');
    expect(keys['iam:PassedToService']).toEqual({
      status: 'known',
      values: ['ecs-tasks.amazonaws.com'],
      multivalued: false,
    });
  });

  it('have the service of the denied operation, where AWS documents it', () => {
    const known = (host: string) => ({ status: 'known', values: [host], multivalued: false });
    expect(keysOf({ operation: 'RunInstances' })['iam:PassedToService']).toEqual(known('ec2.amazonaws.com'));
    expect(keysOf({ operation: 'CreateFunction' })['iam:PassedToService']).toEqual(known('lambda.amazonaws.com'));
  });

  it.each([
    [{ operation: 'RunTask' }, 'ecs-tasks.amazonaws.com or ecs.amazonaws.com'],
    [{ operation: 'CreateStateMachine' }, 'states.amazonaws.com'],
    [{ operation: 'RunJobFlow' }, 'elasticmapreduce.amazonaws.com or ec2.amazonaws.com'],
  ])('leave the service open for %j, and list who it may be', (denial, candidates) => {
    const key = keysOf(denial)['iam:PassedToService'];
    expect(key).toMatchObject({ status: 'unknown', gap: { kind: 'not-given', toPass: 'service' } });
    expect(key?.status === 'unknown' && key.gap.what).toContain(candidates);
  });

  it.each([null, { operation: null }, { operation: 'PassRole' }, { operation: 'InventedOperation' }])(
    'leave the service open for %j',
    (denial) => {
      expect(keysOf(denial)['iam:PassedToService']).toMatchObject({
        status: 'unknown',
        gap: { what: 'the service that gets the role (iam:PassedToService)', toPass: 'service' },
      });
    },
  );

  it('do not choose between the two forms of EC2 in China', () => {
    const keys = keysOf({ operation: 'RunInstances' }, null, 'arn:aws-cn:iam::111122223333:role/worker');
    expect(keys['iam:PassedToService']?.status).toBe('unknown');
  });

  it('never know the resource that the role is for', () => {
    expect(keysOf({ operation: 'RunInstances' })['iam:AssociatedResourceArn']?.status).toBe('unknown');
  });
});
