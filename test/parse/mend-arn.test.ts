import { describe, expect, it } from 'vitest';
import { mendArn } from '../../src/parse/grammar/mend-arn.ts';
import { messages } from './fixture-texts.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/app/session';

describe('an ARN that was copied with a flaw', () => {
  it.each([
    ['arn:aws:sts:111122223333:assumed-role/app/session', ROLE],
    ['arn:aws:sts:::111122223333:assumed-role/app/session', ROLE],
    ['arn:aws:sts::111122223333::assumed-role/app/session', ROLE],
    ['arn:aws::sts::111122223333:assumed-role/app/session', ROLE],
    ['arn::aws:sts::111122223333:assumed-role/app/session', ROLE],
    ['arn:aws:sts::111122223333:assumed-role/ app/session', ROLE],
    ['arn:aws:iam:xxxxxxxx:role/teams/app', 'arn:aws:iam::xxxxxxxx:role/teams/app'],
    ['arn:aws:s3:shop-logs/2024/a:b.txt', 'arn:aws:s3:::shop-logs/2024/a:b.txt'],
    ['arn:aws:s3:eu-logs/2024', 'arn:aws:s3:::eu-logs/2024'],
    ['arn:aws:s3::shop-logs', 'arn:aws:s3:::shop-logs'],
    ['arn:aws:s3::::shop-logs', 'arn:aws:s3:::shop-logs'],
    ['arn:aws:sqs:eu-west-1111122223333:orders', 'arn:aws:sqs:eu-west-1:111122223333:orders'],
    ['arn:aws:sqs:eu-west-1::111122223333:orders', 'arn:aws:sqs:eu-west-1:111122223333:orders'],
    ['arn:aws:dynamodb:us-west-2:111122223333table/orders', 'arn:aws:dynamodb:us-west-2:111122223333:table/orders'],
    ['arn:aws:dynamodb:us-west-2:8xxxxxxxxx4table/orders', 'arn:aws:dynamodb:us-west-2:8xxxxxxxxx4:table/orders'],
  ])('%s is mended', (flawed, whole) => {
    expect(mendArn(flawed)).toBe(whole);
  });

  it.each([
    'arn:aws:iam:::role/app',
    'arn:aws:iam::role/app',
    'arn:aws:s3:eu-west-1:111122223333:accesspoint/shop',
    'arn:aws:s3:us-west-2',
    'arn:aws:s3:us-we',
    'arn:aws:s3:eu',
    'arn:aws:s3::111122223333',
    'arn:aws:s3::1111',
    'arn:aws:s3:accesspoint/shop',
    'arn:aws:iam:eu-west-1:role/app',
    'arn:aws:s3:::shop-logs/a folder/ b.txt',
    'arn:aws:apigateway:us-east-1::/apikeys',
    'arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31',
    'arn:aws:sns:eu-west-1:321:orders',
    'arn:aws:lambda:eu-west-1:',
    'alice',
  ])('%s stays as it is', (text) => {
    expect(mendArn(text)).toBe(text);
  });

  it('leaves every ARN of real messages as it is', () => {
    const arns = messages.flatMap(({ expected }) => [expected['caller'], expected['resource']]);
    const texts = arns.filter((arn): arn is string => typeof arn === 'string');
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.map(mendArn)).toEqual(texts);
  });
});
