import { describe, expect, it } from 'vitest';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { only, queue } from '../cases/tables/place.ts';

describe('an Allow of everything but a list', () => {
  it.each([
    [
      'actions',
      { NotAction: ['iam:*', 'sqs:*'], Resource: '*' },
      'does not allow sqs:SendMessage: NotAction leaves out sqs:*',
    ],
    [
      'resources',
      { Action: 'sqs:SendMessage', NotResource: 'arn:aws:sqs:*:*:orders' },
      'does not cover arn:aws:sqs:eu-west-1:111122223333:orders: NotResource leaves it out',
    ],
  ])('is not said to allow what it leaves out: %s', async (_, statement, words) => {
    const { causes } = await diagnoseSituation(
      only('identity', [{ Effect: 'Allow', ...statement }], queue(), { parts: { resources: {} } }),
    );
    expect(causes[0]?.summary).toBe(`ci-deployer › Deploy › statement 0 ${words}`);
  });
});
