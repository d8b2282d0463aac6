import { describe, expect, it } from 'vitest';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { denied, diagnosisOf, refused } from '../requirements/requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';
const ROLE = 'arn:aws:iam::111122223333:role/app';

/** The sentences of the list that a report prints where nothing can be read. */
async function sentencesOf(text: string): Promise<string> {
  const list = requirementList(await diagnosisOf(text));
  return (list?.items ?? [])
    .flatMap(({ title, lines }) => [title, ...lines.flatMap((line) => (line.kind === 'words' ? [line.text] : []))])
    .join('\n');
}

describe('across accounts, where AWS names one side alone', () => {
  const KEY = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';

  it.each([
    ['the key policy', 'resource-based'],
    ['the identity policy', 'identity-based'],
  ])('the list has the other one too: %s', async (_, kind) => {
    const sentences = await sentencesOf(
      denied(USER, 'kms:Decrypt', KEY, ` because no ${kind} policy allows the kms:Decrypt action`),
    );
    expect(sentences).toContain('The key policy of');
    expect(sentences).toContain('An identity policy of user ana (in 111122223333) must have');
  });

  it('but not within an account', async () => {
    const own = KEY.replace('444455556666', '111122223333');
    const clause = ' because no resource-based policy allows the kms:Decrypt action';
    const sentences = await sentencesOf(denied(USER, 'kms:Decrypt', own, clause));
    expect(sentences).not.toContain('An identity policy');
    // Naming the account leaves it to its identity policies.
    expect(sentences).toContain('This, if an identity policy of the caller allows it as well:');
  });
});

describe('the list of what must be in place says', () => {
  it.each([
    [
      'that the trust policy and the identity policy may not deny it either',
      denied(USER, 'sts:AssumeRole', ROLE),
      'No statement of 1 or 2 may deny it.',
    ],
    [
      'the same of a policy of a caller that nothing names',
      refused('DescribeInstances', 'UnauthorizedOperation'),
      'No statement of 2 may deny it.',
    ],
    [
      'that a Condition of an identity policy must be met',
      refused('DescribeInstances', 'UnauthorizedOperation'),
      'A Condition there must use keys that ec2:DescribeInstances has, and the request must meet it.',
    ],
    [
      'that one Condition does not do for a call and the role that it passes',
      refused('AssociateIamInstanceProfile', 'UnauthorizedOperation'),
      'Keep it apart from the statement for ec2:AssociateIamInstanceProfile, which has no iam:PassedToService',
    ],
    [
      'that a launch needs iam:PassRole only with an instance profile',
      refused('RunInstances', 'UnauthorizedOperation'),
      'Where ec2:RunInstances is given an instance profile, an identity policy of',
    ],
    [
      'that AWS uses its words for a missing Allow in a service control policy too',
      denied(USER, 's3:GetObject', 'arn:aws:s3:::b/k', ' with an explicit deny in a service control policy'),
      'if no statement denies s3:GetObject, look for the level (root, OU, account) whose policies do not allow it',
    ],
    [
      'that one policy is enough only in one account',
      denied(USER, 's3:GetObject', 'arn:aws:s3:::b/k'),
      'This, together with 2 (one of them is enough if both are in 111122223333):',
    ],
  ])('%s', async (_, text, sentence) => {
    expect(await sentencesOf(text)).toContain(sentence);
  });

  it('of a call that always passes a role no condition', async () => {
    expect(await sentencesOf(refused('AssociateIamInstanceProfile', 'UnauthorizedOperation'))).not.toContain('Where ');
  });

  it('of KMS that the key policy is needed in any case', async () => {
    const text = denied(
      USER,
      'kms:Decrypt',
      'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    );
    expect(await sentencesOf(text)).not.toContain('one of them is enough');
  });
});
