import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/report/words/answer.ts';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { denied, diagnosisOf } from './requirements-of.ts';

const CLAUSE = ' because no resource-based policy allows the s3:GetObject action';

describe('a request that was not signed, and that no resource policy allows', () => {
  it('has to be signed first: an Allow for it lets in everyone', async () => {
    const diagnosis = await diagnosisOf(denied('anonymous', 's3:GetObject', 'arn:aws:s3:::own/x', CLAUSE));
    expect(answerOf(diagnosis)?.who).toMatch(/^Sign the request with credentials \(SigV4\)\./);
    const words = (requirementList(diagnosis)?.items ?? []).flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === 'words' ? [line.text] : [])),
    );
    expect(words.join('\n')).toContain('only Principal "*" lets it in, and then everyone else too');
  });

  it('is advised otherwise where it was signed', async () => {
    const user = 'arn:aws:iam::111122223333:user/ana';
    const diagnosis = await diagnosisOf(denied(user, 's3:GetObject', 'arn:aws:s3:::own/x', CLAUSE));
    expect(answerOf(diagnosis)?.who).toBe('The owner of own: allow s3:GetObject in the bucket policy of own.');
  });
});
