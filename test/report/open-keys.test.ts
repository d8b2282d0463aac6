import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/index.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { answerOf } from '../../src/report/words/answer.ts';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { policyWorld, ROLE } from '../cases/tables/policy-world.ts';

const HOME_ONLY = {
  Effect: 'Allow',
  Action: 's3:ListBucket',
  Resource: '*',
  Condition: { StringLike: { 's3:prefix': 'home/*' } },
};

/** What `denytrace can` says of a listing, where the only Allow asks for a prefix that is not passed. */
async function listing(context: Readonly<Record<string, string>>): Promise<Diagnosis> {
  const request = { principal: ROLE, action: 's3:ListBucket', resource: 'arn:aws:s3:::home' };
  const source = openSnapshot(policyWorld({ identity: [HOME_ONLY], bucketAccount: '111122223333' }));
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
    expect(requirementList(diagnosis)?.items.length).toBeGreaterThan(1);
  });
});
