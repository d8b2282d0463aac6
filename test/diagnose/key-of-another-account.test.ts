import { describe, expect, it } from 'vitest';
import { diagnose, openSnapshot } from '../../src/index.ts';
import { ACCOUNT, EVERYTHING } from './small-account.ts';

const AWAY = '444455556666';
const KEY = `arn:aws:kms:eu-west-1:${AWAY}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const CALLER = `arn:aws:iam::${ACCOUNT}:role/app`;
const TEXT = `User: arn:aws:sts::${ACCOUNT}:assumed-role/app/s is not authorized to perform: kms:Decrypt on resource: ${KEY} because no resource-based policy allows the kms:Decrypt action`;

/** What every key policy has by default: IAM policies of the key's own account count. */
const OWN = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${AWAY}:root` }, Action: 'kms:*', Resource: '*' };
const TO_CALLER = { Effect: 'Allow', Principal: { AWS: CALLER }, Action: 'kms:CreateGrant', Resource: '*' };

function accountOf(role: object | undefined, resourcePolicies: object) {
  const lists = { UserDetailList: [], GroupDetailList: [], RoleDetailList: role === undefined ? [] : [role] };
  return { organizationId: null, authorizationDetails: { ...lists, Policies: [] }, resourcePolicies };
}

async function causeWith(...statements: readonly object[]) {
  const app = {
    Arn: CALLER,
    RoleName: 'app',
    Path: '/',
    RoleId: 'AROAEXAMPLEAPP',
    CreateDate: '2025-01-01T00:00:00Z',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
    AttachedManagedPolicies: [],
    RolePolicyList: [{ PolicyName: 'P', PolicyDocument: { Version: '2012-10-17', Statement: [EVERYTHING] } }],
    Tags: [],
  };
  const source = openSnapshot({
    denytrace: 'snapshot/1',
    takenAt: '2026-11-24T12:00:00Z',
    scope: 'account',
    accounts: {
      [ACCOUNT]: accountOf(app, {}),
      [AWAY]: accountOf(undefined, { [KEY]: { Version: '2012-10-17', Statement: statements } }),
    },
  });
  const [diagnosis] = await diagnose({ text: TEXT }, { source });
  return diagnosis?.causes[0];
}

describe('a key policy that lets in only its own account', () => {
  it('names nobody who is near to a caller of another one', async () => {
    expect(await causeWith(OWN)).toMatchObject({ id: 'resource.key-policy-silent', fix: { check: 'allowed' } });
  });

  it('is shown by the statement that names the caller, where one does', async () => {
    const cause = await causeWith(OWN, TO_CALLER);
    expect(cause?.evidence).toContainEqual(
      expect.objectContaining({ nearest: expect.objectContaining({ statement: { index: 1, sid: null } }) }),
    );
  });
});
