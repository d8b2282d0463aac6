import { describe, expect, it } from 'vitest';
import { ASSUME, facts, gap } from './facts.ts';
import { question, SESSION } from './questions.ts';
import { CALLER, ORGANIZATION, OWNER } from './world.ts';

describe('a caller that nobody names', () => {
  const nobody = question(null, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OWNER}:orders`);

  it('is the current identity, and says so', async () => {
    expect(await facts(nobody)).toMatchObject({ principal: { arn: SESSION }, principalFrom: 'current-identity' });
  });

  it('is nobody where nobody is signed in', async () => {
    const found = await facts(nobody, (file) => {
      delete file['callerIdentity'];
    });
    expect(found).toMatchObject({ principal: null, principalFrom: null });
    expect(found.currentIdentity).toMatchObject(gap({ permission: 'sts:GetCallerIdentity' }));
    expect(found.policies.identity).toMatchObject(gap({ kind: 'not-given', toPass: 'caller' }));
    expect(found.policies.scp).toMatchObject(gap({ kind: 'not-given', toPass: 'caller', layer: 'scp' }));
  });

  it('does not take its policies from an account that answered for another one', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      delete file.accounts[CALLER];
      delete file.organizations[ORGANIZATION].parents[CALLER];
    });
    expect(policies.identity).toMatchObject(gap({ account: CALLER, code: 'NotInSnapshot' }));
  });
});
