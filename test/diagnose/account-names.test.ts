import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountNames } from '../../src/diagnose/account-names.ts';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import { diagnose, openSnapshot, render } from '../../src/index.ts';
import { absent, known } from '../../src/model/fact.ts';
import type { OrganizationPlace, RoleProfile } from '../../src/model/facts.ts';
import { parsePrincipal } from '../../src/model/principal.ts';

const FILE: SnapshotFile = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/cli/demos/scp-and-identity.json'), 'utf8'),
);
const [CALLER, OWNER] = ['222233334444', '555566667777'];

const reported = async (file: SnapshotFile, format: 'text' | 'markdown' | 'json' = 'text') => {
  const diagnoses = await diagnose({ text: file.incident?.text ?? '' }, { source: openSnapshot(file) });
  return render(diagnoses, format);
};

describe('accounts have the names that their organization gives them', () => {
  it('in the words of the report', async () => {
    const text = await reported(FILE);
    expect(text).toContain(`role data-platform in ${CALLER} (data-prod)`);
    expect(text).toContain(`${OWNER} (analytics-prod), another account`);
    expect(text).toContain(`an administrator of ${CALLER} (data-prod)`);
    expect(await reported(FILE, 'markdown')).toContain(`role data-platform in ${CALLER} (data-prod)`);
  });

  it('as data', async () => {
    const { diagnoses } = JSON.parse(await reported(FILE, 'json'));
    expect(diagnoses[0].request.accounts).toEqual({
      [CALLER]: { name: 'data-prod', from: 'organization' },
      [OWNER]: { name: 'analytics-prod', from: 'organization' },
    });
  });

  it('which are replaced where names are', async () => {
    const all = JSON.stringify([
      redactSnapshot(FILE, { names: true }),
      await reported(redactSnapshot(FILE, { names: true })),
    ]);
    expect(all).not.toMatch(/data-prod|analytics-prod/);
    expect(await reported(redactSnapshot(FILE, { names: false }))).toContain('(data-prod)');
  });

  it('and none where nothing names them', async () => {
    const organizations = Object.entries(FILE.organizations ?? {}).map(([id, { names: _, ...rest }]) => [id, rest]);
    const { diagnoses } = JSON.parse(
      await reported({ ...FILE, organizations: Object.fromEntries(organizations) }, 'json'),
    );
    expect(diagnoses[0].request.accounts).toBeUndefined();
  });
});

describe('an account without a name of its own', () => {
  const nowhere = absent('organizations:DescribeOrganization', CALLER);
  const named = (...profiles: readonly RoleProfile[]) =>
    accountNames({
      principal: parsePrincipal(`arn:aws:iam::${CALLER}:role/data-platform`) ?? null,
      resourceAccount: OWNER,
      callerOrganization: known<OrganizationPlace>({
        organizationId: 'o-exampleorg1',
        managementAccountId: null,
        path: known([{ id: CALLER, name: 'data-prod' }]),
      }),
      resourceOrganization: nowhere,
      currentIdentity: known({
        arn: `arn:aws:iam::${CALLER}:user/ana`,
        account: CALLER,
        userId: 'AIDAEXAMPLE',
        keyType: null,
        source: null,
        profiles,
      }),
    });
  const profile = (name: string, account: string): RoleProfile => ({
    profile: name,
    account,
    name: 'Reader',
    isPermissionSet: false,
  });

  it('is called after the only profile of the AWS config that belongs to it', () => {
    expect(named(profile('prod', OWNER), profile('dev', CALLER))).toEqual({
      [CALLER]: { name: 'data-prod', from: 'organization' },
      [OWNER]: { name: 'prod', from: 'profile' },
    });
  });

  it('is called nothing where there are several, or none', () => {
    for (const profiles of [[profile('prod', OWNER), profile('prod-admin', OWNER)], []])
      expect(Object.keys(named(...profiles))).toEqual([CALLER]);
  });
});
