import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/index.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { answerOf } from '../../src/report/words/answer.ts';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { policyWorld, ROLE } from '../cases/tables/policy-world.ts';
import type { Json } from '../cases/tables/world.ts';

const HOME_ONLY = {
  Effect: 'Allow',
  Action: 's3:ListBucket',
  Resource: '*',
  Condition: { StringLike: { 's3:prefix': 'home/*' } },
};

/** What `denytrace can` says of a listing, where the only Allow asks for a prefix that is not passed. */
async function listing(context: Readonly<Record<string, string>>, more: Json = {}): Promise<Diagnosis> {
  const request = { principal: ROLE, action: 's3:ListBucket', resource: 'arn:aws:s3:::home' };
  const source = openSnapshot(policyWorld({ identity: [HOME_ONLY], bucketAccount: '111122223333', more }));
  const [diagnosis] = await diagnose({ request }, { source, context });
  if (diagnosis === undefined) throw new Error('no diagnosis');
  return diagnosis;
}

describe('a policy that was read and turns on a condition key', () => {
  it('is not said to be unread: the answer asks for the key', async () => {
    const diagnosis = await listing({ 'aws:ResourceAccount': '111122223333' });
    expect(answerOf(diagnosis)).toEqual({
      what: 'Whether s3:ListBucket is allowed depends on what is not known: s3:prefix of the request.',
      who: 'Pass what the request has: --context s3:prefix=…; for a key that it does not have, pass --no-context.',
    });
    expect(requirementList(diagnosis)).toBeUndefined();
  });

  it('is told apart from the policy that could not be read', async () => {
    const diagnosis = await listing({});
    expect(answerOf(diagnosis)?.what).toMatch(
      /that could not be read in full, and what was read depends on what is not known: s3:prefix of the request\.$/,
    );
    const titles = requirementList(diagnosis)?.items.map(({ title }) => title);
    expect(titles?.length).toBeGreaterThan(1);
    expect(titles).toContain(
      'An identity policy of role ci-deployer (in 111122223333) was read; what it decides depends on what is not known: s3:prefix of the request.',
    );
  });

  it('beside limits that could not be read: the answer names both, and the list has only those', async () => {
    const diagnosis = await listing({ 'aws:ResourceAccount': '111122223333' }, { organizations: {} });
    expect(answerOf(diagnosis)?.what).toBe(
      'Whether s3:ListBucket is allowed depends on what is not known: s3:prefix of the request, the service control policies of 111122223333, the resource control policies of 111122223333.',
    );
    expect(answerOf(diagnosis)?.who).toMatch(/^Pass what the request has: --context s3:prefix=…;/);
    expect(requirementList(diagnosis)?.items.map(({ title }) => title)).toEqual([
      'These must not deny it, and those that exist must allow it too:',
    ]);
  });
});
