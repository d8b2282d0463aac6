import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/report/words/answer.ts';
import { denied, diagnosisOf, refused } from '../requirements/requirements-of.ts';

const ANA = 'arn:aws:iam::111122223333:user/ana';
const KEY = 'key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('the first line where no document could be read', () => {
  it.each<[what: string, action: string, resource: string, words: string]>([
    ['an action without resource policies', 'ec2:RunInstances', '*', 'an identity policy of user ana'],
    [
      'a role of the same account',
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/deploy',
      'the trust policy of deploy and, unless that names the caller itself, in an identity policy of user ana',
    ],
    [
      'a role of another account',
      'sts:AssumeRole',
      'arn:aws:iam::444455556666:role/deploy',
      'the trust policy of deploy (in 444455556666) and in an identity policy of user ana (in 111122223333)',
    ],
    [
      'a queue of the same account',
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      'an identity policy of user ana or in the queue policy of orders',
    ],
    [
      'a bucket whose account the ARN does not have',
      's3:GetObject',
      'arn:aws:s3:::logs/a.txt',
      'the bucket policy of logs and in an identity policy of user ana (in 111122223333) (one is enough within an account)',
    ],
    [
      'a key of the same account',
      'kms:Decrypt',
      `arn:aws:kms:eu-west-1:111122223333:${KEY}`,
      `the key policy of ${KEY.slice(4)} and, unless that names the caller itself, in an identity policy of user ana`,
    ],
  ])('names what must allow it: %s', async (_, action, resource, words) => {
    const answer = answerOf(await diagnosisOf(denied(ANA, action, resource)));
    expect(answer?.what).toBe(`${action} must be allowed in ${words}; that could not be read.`);
  });

  it('asks for the caller’s, where the text does not name the caller', async () => {
    expect(answerOf(await diagnosisOf(refused('DescribeInstances', 'UnauthorizedOperation')))?.what).toBe(
      'ec2:DescribeInstances must be allowed in an identity policy of the user or role that made the call; that could not be read.',
    );
  });

  it('names each action where the text does not show which kind of resource it is', async () => {
    const text =
      'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations';
    expect(answerOf(await diagnosisOf(text))?.what).toBe(
      'lambda:InvokeFunction, sqs:SendMessage or sns:Publish must be allowed in the resource policy; that could not be read.',
    );
  });

  it('names no document where the action is only the likeliest of those that the text may be about', async () => {
    const text = `Error: reading S3 Bucket (acme-logs): Forbidden: Forbidden
	status code: 403, request id: SS6X99744RSCE2CF, host id: abc=

  with aws_s3_bucket.logs,
  on buckets.tf line 1, in resource "aws_s3_bucket" "logs":`;
    expect(answerOf(await diagnosisOf(text))?.what).toBe('Not enough could be read to name the cause.');
  });
});
