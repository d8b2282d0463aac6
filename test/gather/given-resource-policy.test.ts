import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';

const DENY = { Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] };

describe('the policy of a resource that an option gives', () => {
  it.each([
    ['s3:GetObject', 'arn:aws:s3:::reports/2026/a.csv', 'arn:aws:s3:::reports'],
    [
      'dynamodb:Query',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/t',
    ],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:q', 'arn:aws:sqs:eu-west-1:111122223333:q'],
  ])('is that of what holds it: %s on %s', async (action, resource, holder) => {
    const request = { principal: 'arn:aws:iam::111122223333:user/ana', action, resource };
    const [diagnosis] = await diagnose({ request }, { source: 'none', resourcePolicy: DENY });
    const cause = diagnosis?.causes.find(({ layer }) => layer === 'resource');
    expect(cause?.evidence[0]).toMatchObject({ policy: { kind: 'resource', name: holder, attachedTo: holder } });
  });
});
