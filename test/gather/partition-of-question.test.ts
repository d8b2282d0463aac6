import { expect, it } from 'vitest';
import { partitionOfQuestion } from '../../src/gather/resource/accounts.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import { questionOf } from '../parts/question-of.ts';

it.each([
  ['the caller', { principal: 'arn:aws-cn:iam::111122223333:user/eve', region: 'eu-west-1' }, 'aws-cn'],
  ['the resource', { resource: 'arn:aws-us-gov:s3:::data/x', region: null }, 'aws-us-gov'],
  ['the region, where no ARN was stated', { region: 'cn-north-1' }, 'aws-cn'],
  ['nothing', { region: null }, 'aws'],
])('the partition that AWS is asked in is that of %s', (_what, { principal, ...parts }: Stated, partition) => {
  const caller = principal === undefined ? null : (parsePrincipal(principal) ?? null);
  expect(partitionOfQuestion(questionOf({ ...parts, principal: caller }))).toBe(partition);
});

interface Stated {
  readonly principal?: string;
  readonly resource?: string;
  readonly region: string | null;
}
