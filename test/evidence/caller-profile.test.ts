import { describe, expect, it } from 'vitest';
import { profileOfCaller } from '../../src/evidence/caller-profile.ts';
import { known } from '../../src/model/fact.ts';
import type { RoleProfile } from '../../src/model/facts.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import { caseOf } from '../parts/case-of.ts';
import { factsOf } from '../parts/facts-of.ts';

const HERE = '111122223333';
const BUILD = `arn:aws:sts::${HERE}:assumed-role/build/run-7`;
const ADMIN = `arn:aws:sts::${HERE}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ana@example.com`;
const build: RoleProfile = { profile: 'ci', account: HERE, name: 'build', isPermissionSet: false };
const admin: RoleProfile = { profile: 'admin', account: HERE, name: 'Admin', isPermissionSet: true };

function found(caller: string, you: string, ...profiles: readonly RoleProfile[]): string | undefined {
  const identity = { arn: you, account: HERE, userId: 'AROA:x', keyType: null, source: null, profiles };
  return profileOfCaller(
    caseOf({ facts: factsOf({ principal: parsePrincipal(caller) ?? null, currentIdentity: known(identity) }) }),
  );
}

describe('the profile of the caller', () => {
  const you = `arn:aws:iam::${HERE}:user/jane`;

  it.each([
    ['the role of a profile', BUILD, [admin, build], 'ci'],
    ['a permission set of IAM Identity Center', ADMIN, [admin, build], 'admin'],
    ['a role of the same name in another account', BUILD, [{ ...build, account: '444455556666' }], undefined],
    ['a role that is named as a permission set is', BUILD, [{ ...admin, name: 'build' }], undefined],
    ['two profiles with the role', BUILD, [build, { ...build, profile: 'ci-old' }], undefined],
    ['a user, whose profile holds keys only', `arn:aws:iam::${HERE}:user/build`, [build], undefined],
  ] as const)('%s', (_, caller, profiles, expected) => {
    expect(found(caller, you, ...profiles)).toBe(expected);
  });

  it('is not named where you have that role already', () => {
    expect(found(BUILD, `arn:aws:sts::${HERE}:assumed-role/build/run-9`, build)).toBeUndefined();
  });
});
