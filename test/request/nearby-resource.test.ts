import { describe, expect, it } from 'vitest';
import { nearbyAssumption, nearbyResource } from '../../src/request/nearby-resource.ts';
import { denialOf } from '../parts/denial-of.ts';
import { questionOf } from '../parts/question-of.ts';

const ROLE = 'arn:aws:iam::444455556666:role/target';
const OTHER_ROLE = 'arn:aws:iam::444455556666:role/other';
const OBJECT = 'arn:aws:s3:::bucket/a/b.txt';
const BUCKET = 'arn:aws:s3:::bucket';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table';
const TASK = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/app:7';

const found = (action: string, values: readonly string[], resource: string | null = null) =>
  nearbyResource(
    denialOf({ resource, nearby: values.map((value) => ({ value, label: 'requestParameters.x', line: null })) }),
    action,
  )?.value;

describe('the resource that a text names beside the denial', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['s3:GetObject', [OBJECT, BUCKET], OBJECT],
    ['s3:ListBucket', [OBJECT, BUCKET], BUCKET],
    ['s3:GetBucketAcl', [BUCKET], BUCKET],
    ['s3:GetObject', [OBJECT, `${OBJECT}.bak`], undefined],
    ['s3:GetObject', [OBJECT, OBJECT], OBJECT],
    ['dynamodb:BatchGetItem', [`${TABLE}/orders`, `${TABLE}/users`], undefined],
    ['dynamodb:Query', [`${TABLE}/orders/index/by-day`, `${TABLE}/orders`], `${TABLE}/orders/index/by-day`],
    ['ecs:RunTask', ['arn:aws:iam::111122223333:role/app', TASK], TASK],
    ['kms:Decrypt', [OBJECT, BUCKET], undefined],
    ['sts:AssumeRole', [ROLE], ROLE],
    ['sts:AssumeRole', [ROLE, OTHER_ROLE], undefined],
    ['iam:PassRole', [BUCKET, ROLE], ROLE],
    ['iam:GetRole', ['role target'], 'role target'],
  ])('is of a kind that the action works on: %s of %j', (action, values, resource) => {
    expect(found(action, values)).toBe(resource);
  });

  it('never takes the place of the one that the denial names', () => {
    expect(found('sts:AssumeRole', [ROLE], OTHER_ROLE)).toBeUndefined();
  });

  it.each([
    [3, [{ what: `resource=${ROLE}`, why: 'the error names no resource; line 3 has it (role-to-assume)' }]],
    [null, []],
  ])('is an assumption where another line has it: %s', (line, assumptions) => {
    const denial = denialOf({ nearby: [{ value: ROLE, label: 'role-to-assume', line }] });
    expect(nearbyAssumption(questionOf({ denial, action: 'sts:AssumeRole', resource: ROLE }))).toEqual(assumptions);
  });
});
