import { describe, expect, it } from 'vitest';
import { diagnose, openSnapshot, render } from '../../src/index.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const CALLER = 'arn:aws:iam::111122223333:user/ana';
const SENTENCE = `User: ${CALLER} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}`;

const world = openSnapshot({
  denytrace: 'snapshot/1',
  scope: 'account',
  takenAt: '2026-11-20T12:00:00Z',
  accounts: {
    '111122223333': {
      authorizationDetails: {
        UserDetailList: [
          {
            Path: '/',
            UserName: 'ana',
            UserId: 'AIDAEXAMPLEANA000001',
            Arn: CALLER,
            CreateDate: '2024-01-01T00:00:00Z',
            UserPolicyList: [],
            GroupList: [],
            AttachedManagedPolicies: [],
            Tags: [],
          },
        ],
        GroupDetailList: [],
        RoleDetailList: [],
        Policies: [],
      },
      organizationId: null,
      resourcePolicies: { [QUEUE]: { Version: '2012-10-17', Statement: [] } },
    },
  },
});

describe('a Deny that AWS says there is, and that was not found', () => {
  it('keeps every fix open, though all that was read would allow it then', async () => {
    const [diagnosis] = await diagnose({ text: `${SENTENCE} with an explicit deny` }, { source: world });
    expect(diagnosis?.conclusion).toBe('inconclusive');
    const [cause] = diagnosis?.causes ?? [];
    expect(cause).toMatchObject({ id: 'identity.no-allow', fix: { check: 'open' } });
    expect(cause?.fix?.openAfter.map(({ what }) => what)).toEqual(['the statement that denies it, as AWS says']);
  });

  it('is the answer, before what else blocks', async () => {
    const [diagnosis] = await diagnose({ text: `${SENTENCE} with an explicit deny` }, { source: world });
    expect(diagnosis?.answer?.what).toMatch(/^AWS says an explicit deny blocks it/);
    expect(diagnosis?.answer?.who).toMatch(/^Find that statement first/);
    expect(render(diagnosis === undefined ? [] : [diagnosis], 'text')).not.toMatch(/allowed then|is allowed\./);
  });

  it('does not keep the fix open where AWS says nothing of it', async () => {
    const [diagnosis] = await diagnose({ text: SENTENCE }, { source: world });
    expect(diagnosis?.causes.map(({ id, fix }) => [id, fix?.check])).toEqual([['identity.no-allow', 'allowed']]);
    expect(diagnosis?.answer?.who).toBe(
      'An administrator of 111122223333: add an inline policy (AllowSendMessage) to user ana. Checked: with that, the request is allowed.',
    );
  });
});
