import { describe, expect, it } from 'vitest';
import { absent, known } from '../../src/model/fact.ts';
import { type Principal, parsePrincipal } from '../../src/model/principal.ts';
import { keyTypeKeys, principalKeys } from '../../src/request/principal-keys.ts';
import { factsOf, unreadableGap } from '../parts/facts-of.ts';
import { roleOf } from '../parts/role-of.ts';

function principal(arn: string): Principal {
  const found = parsePrincipal(arn);
  if (found === undefined) throw new Error(`not a principal: ${arn}`);
  return found;
}

const role = roleOf();
const session = principal('arn:aws:sts::111122223333:assumed-role/ci/build-42');
const value = (text: string) => ({ status: 'known', values: [text], multivalued: false });

describe('what is known of a role session', () => {
  it('has the ARN of the role with its path once the role was read', () => {
    const keys = principalKeys(session, factsOf({ callerEntity: known(role) }));
    expect(keys['aws:PrincipalArn']).toEqual(value('arn:aws:iam::111122223333:role/teams/ci'));
    expect(keys['aws:userid']).toEqual(value('AROAEXAMPLE:build-42'));
    expect(keys['aws:username']).toEqual({ status: 'missing' });
  });

  it('leaves everything about the role unknown while it could not be read', () => {
    const keys = principalKeys(session, factsOf({}));
    expect(keys['aws:PrincipalArn']).toEqual({ status: 'unknown', gap: unreadableGap });
    expect(keys['aws:userid']).toEqual({ status: 'unknown', gap: unreadableGap });
  });

  it('takes the role’s tags for the session’s only where nobody may pass tags', () => {
    expect(principalKeys(session, factsOf({ callerEntity: known(role) }))['aws:PrincipalTag/team']).toEqual(
      value('red'),
    );
    const taggable = { Statement: { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Principal: '*' } };
    const keys = principalKeys(session, factsOf({ callerEntity: known({ ...role, trustPolicy: taggable }) }));
    expect(keys['aws:PrincipalTag/team']?.status).toBe('unknown');
    const unseen = principalKeys(session, factsOf({ callerEntity: known({ ...role, trustPolicy: undefined }) }));
    expect(unseen['aws:PrincipalTag/team']?.status).toBe('unknown');
  });
});

describe('what is known of the organization', () => {
  it('is missing for an account in none, and unknown where it could not be read', () => {
    const none = principalKeys(
      session,
      factsOf({ callerOrganization: absent('organizations:DescribeOrganization', '111122223333') }),
    );
    expect(none['aws:PrincipalOrgID']).toEqual({ status: 'missing' });
    expect(principalKeys(session, factsOf({}))['aws:PrincipalOrgID']).toEqual({
      status: 'unknown',
      gap: unreadableGap,
    });
  });

  it('has the path of the parent, as a multivalued key', () => {
    const path = known([
      { id: 'r-ab12', name: 'Root' },
      { id: 'ou-ab12-11111111', name: 'Workloads' },
      { id: '111122223333', name: null },
    ]);
    const place = known({ organizationId: 'o-a1b2c3d4e5', managementAccountId: '999988887777', path });
    expect(principalKeys(session, factsOf({ callerOrganization: place }))['aws:PrincipalOrgPaths']).toEqual({
      status: 'known',
      values: ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'],
      multivalued: true,
    });
  });
});

describe('what is known of a user', () => {
  const user = principal('arn:aws:iam::111122223333:user/alice');
  const current = (keyType: 'AKIA' | 'ASIA') =>
    known({
      arn: 'arn:aws:iam::111122223333:user/alice',
      account: '111122223333',
      userId: 'AIDAEXAMPLE',
      keyType,
      source: null,
      profiles: [],
    });

  it('says that a long-term key brings no MFA, and nothing of a session', () => {
    const keys = (facts: Parameters<typeof factsOf>[0]) => keyTypeKeys(user, factsOf(facts));
    expect(keys({ currentIdentity: current('AKIA') })['aws:MultiFactorAuthPresent']).toEqual({ status: 'missing' });
    expect(keys({ currentIdentity: current('ASIA') })).toEqual({});
    expect(keys({})).toEqual({});
  });
});
