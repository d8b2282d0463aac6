import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { denied, diagnoseSituation } from '../cases/tables/cause-case.ts';
import { AWAY, CALLER, HOME, type Json, TARGET, USER, world } from '../cases/tables/world.ts';

const ASSUME = 'sts:AssumeRole';

function allowing(resource: string): Json {
  return { Effect: 'Allow', Action: ASSUME, Resource: resource };
}

function fixesOf({ causes }: Diagnosis) {
  return causes.map(({ id, fix }) => [id, fix?.check ?? null]);
}

describe('a role that is there under another path', () => {
  const target = `arn:aws:iam::${AWAY}:role/apps/prod-deploy`;

  it('is what all policies are asked for', async () => {
    const trust = { Effect: 'Allow', Principal: { AWS: USER }, Action: ASSUME };
    const parts = world({ target, trust, allow: allowing(`arn:aws:iam::${AWAY}:role/apps/*`) });
    const diagnosis = await diagnoseSituation({ text: denied(CALLER, ASSUME, TARGET), world: parts });
    expect(fixesOf(diagnosis)).toEqual([
      ['trust.role-path', 'still-blocked'],
      [diagnosis.causes[1]?.id, 'still-blocked'],
    ]);
    expect(diagnosis.fixesTogether?.check).toBe('allowed');
    expect(diagnosis.causes[0]?.fix?.request).toEqual({ context: {}, resource: target });
    expect(diagnosis.assumptions.map(({ what }) => what)).toContain(`resource=${target}`);
    expect(diagnosis.steps.map(({ id, status }) => `${id} ${status}`)).toEqual(
      expect.arrayContaining(['role fail', 'identity pass', 'trust fail']),
    );
  });

  it('gets the Allow that it needs, not the one that was asked for', async () => {
    const text = denied(CALLER, ASSUME, TARGET);
    const diagnosis = await diagnoseSituation({ text, world: world({ target, allow: allowing('*:other') }) });
    const changes = JSON.stringify(diagnosis.causes.map(({ fix }) => fix?.changes));
    expect(changes).toContain(`"${target}"`);
    expect(changes).not.toContain(`"${TARGET}"`);
  });

  it('is none that is in question where the caller is given without a path, too', async () => {
    const text =
      'An error occurred (AccessDenied) when calling the AssumeRole operation: Not authorized to perform sts:AssumeRole';
    const caller = `arn:aws:iam::${HOME}:user/people/alice`;
    const given = { caller, resource: TARGET };
    const diagnosis = await diagnoseSituation({ text, world: world({ target }), given });
    expect(fixesOf(diagnosis)).toEqual([
      ['trust.role-path', 'still-blocked'],
      ['caller.path', 'still-blocked'],
    ]);
    expect(diagnosis.fixesTogether?.check).toBe('allowed');
  });
});

describe('a caller that AWS names, and that is under another path now', () => {
  it('is not added to a policy, and not to be made again', async () => {
    const caller = `arn:aws:iam::${HOME}:user/people/alice`;
    const diagnosis = await diagnoseSituation({ text: denied(caller, ASSUME, TARGET), world: world({}) });
    expect(fixesOf(diagnosis)).toEqual([
      ['caller.deleted', 'still-blocked'],
      ['trust.principal-path', null],
    ]);
    expect(diagnosis.causes[0]?.fix?.summary).toBe(`use credentials of ${USER}`);
    expect(diagnosis.steps.find(({ id }) => id === 'boundary')?.status).toBe('skipped');
  });
});

describe('a role of which only a similar name is there', () => {
  const target = `arn:aws:iam::${AWAY}:role/prod-deploys`;

  it('is no role to be allowed; the similar one is tried', async () => {
    const text = denied(CALLER, ASSUME, TARGET);
    const diagnosis = await diagnoseSituation({ text, world: world({ target, allow: allowing(target) }) });
    expect(diagnosis.causes[0]?.id).toBe('trust.role-not-found');
    expect(fixesOf(diagnosis).map(([, check]) => check)).toEqual(['allowed', null]);
  });

  it('may not help either', async () => {
    const trust = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: ASSUME };
    const diagnosis = await diagnoseSituation({
      text: denied(CALLER, ASSUME, TARGET),
      world: world({ target, trust }),
    });
    expect(diagnosis.causes[0]?.fix).toMatchObject({
      check: 'still-blocked',
      stillBlocking: [],
      summary: `use ${target}, if that is the role that is meant; what blocks then: the trust policy`,
    });
  });
});

describe('a role that nobody can assume', () => {
  it.each([
    [
      'trust.permission-set',
      `arn:aws:iam::${AWAY}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_0123456789abcdef`,
    ],
    ['trust.service-linked', `arn:aws:iam::${AWAY}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`],
  ])('%s stands first, and nothing is added for it', async (cause, target) => {
    const trust = { Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: ASSUME };
    const diagnosis = await diagnoseSituation({
      text: denied(CALLER, ASSUME, target),
      world: world({ target, trust, allow: allowing('*:other') }),
    });
    expect(diagnosis.causes).toHaveLength(2);
    expect(fixesOf(diagnosis)).toEqual([
      [cause, null],
      [diagnosis.causes[1]?.id, null],
    ]);
  });
});
