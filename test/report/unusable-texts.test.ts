import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/report/words/answer.ts';
import { recordCommand } from '../../src/report/words/can-command.ts';
import { denied, diagnosisOf } from '../requirements/requirements-of.ts';

const NOTHING = { request: [], policies: [], asking: [] } as const;

describe('a text that says too little', () => {
  it.each(['prefix:Action', 's3:GetWidget'])('is an example of the documentation: %s', async (action) => {
    const diagnosis = await diagnosisOf(
      denied('arn:aws:iam::123456789012:user/mateojackson', action, 'my-example-resource'),
    );
    expect(answerOf(diagnosis)?.what).toContain(`${action} is a placeholder for the denied action`);
    expect(diagnosis.requirements).toEqual([]);
  });

  it.each([
    ['arn:aws:iam:::user', 'iam:PassRole', 'arn:aws:iam:::role/app', 'the caller and the role in it have no account'],
    ['arn:aws:iam::user/', 'sts:AssumeRole', 'arn:aws:iam::role/', 'the caller'],
    ['arn:aws:iam:::user', 's3:GetObject', 'arn:aws:s3:::b/k', 'the caller in it has no account'],
  ])('was cut: %s, %s on %s', async (caller, action, resource, words) => {
    const diagnosis = await diagnosisOf(denied(caller, action, resource));
    expect(answerOf(diagnosis)?.what).toContain('The text was cut');
    expect(answerOf(diagnosis)?.what).toContain(words);
    expect(diagnosis.requirements.map(({ id }) => id)).not.toContain('request.role-arn');
  });

  it('gives no command that names a role without an account', async () => {
    const { request } = await diagnosisOf(
      denied('arn:aws:iam::111122223333:user/ana', 'iam:PassRole', 'arn:aws:iam:::role/app'),
    );
    expect(recordCommand(request, NOTHING)).toBeUndefined();
  });
});
