import { describe, expect, it } from 'vitest';
import { diagnose, openSnapshot, render } from '../../src/index.ts';
import { ACCOUNT, role } from './small-account.ts';

const CALLER = `arn:aws:sts::${ACCOUNT}:assumed-role/ci/build`;

/** Only the role was read: the bucket policy is open. */
function source() {
  const RoleDetailList = [role('ci', [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }])];
  const authorizationDetails = { UserDetailList: [], GroupDetailList: [], RoleDetailList, Policies: [] };
  const accounts = { [ACCOUNT]: { organizationId: null, authorizationDetails } };
  return openSnapshot({ denytrace: 'snapshot/1', takenAt: '2026-01-15T02:00:00Z', scope: 'request', accounts });
}

async function reported(owner?: string): Promise<string> {
  const text = `User: ${CALLER} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports/a.csv`;
  const context = owner === undefined ? {} : { 'aws:ResourceAccount': owner };
  return render(await diagnose({ text }, { source: source(), context }), 'text').replace(/\s+/g, ' ');
}

describe('the bucket policy beside an identity policy that lacks the Allow', () => {
  it.each([
    [undefined, 'Instead of the change above if both are in one account; across accounts, in addition to it:'],
    [ACCOUNT, 'Enough instead of the change above:'],
  ])('of a bucket in %s', async (owner, words) => {
    const report = await reported(owner);
    expect(report).toContain('No identity policy of role ci allows s3:GetObject');
    expect(report).toContain(words);
    expect(report).not.toContain('Look here first');
  });
});
