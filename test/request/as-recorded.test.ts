import { describe, expect, it } from 'vitest';
import { known, unreadable } from '../../src/model/fact.ts';
import type { AuthorizationRecord } from '../../src/model/facts.ts';
import type { Question } from '../../src/model/question.ts';
import { asRecorded } from '../../src/request/complete-question.ts';
import { unreadableGap } from '../parts/facts-of.ts';
import { questionOf } from '../parts/question-of.ts';

const ROLE = 'arn:aws:iam::111122223333:role/worker';
const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';

function recorded(action: string | null, resource: string | null) {
  const record: AuthorizationRecord = {
    source: 'decoded-message',
    explicitDeny: false,
    principalArn: null,
    principalId: null,
    action,
    resource,
    context: {},
    matchedStatements: [],
    raw: null,
  };
  return known(record);
}

describe('a question that AWS has a record of', () => {
  it.each<[string, Partial<Question>, ReturnType<typeof recorded>, Pick<Question, 'action' | 'resource'>]>([
    [
      'is about the action that was denied, and its resource',
      { action: 'ec2:RunInstances', resource: INSTANCE },
      recorded('iam:PassRole', ROLE),
      { action: 'iam:PassRole', resource: ROLE },
    ],
    [
      'keeps no resource of another action',
      { action: 'ec2:RunInstances', resource: INSTANCE },
      recorded('iam:PassRole', null),
      { action: 'iam:PassRole', resource: null },
    ],
    [
      'gets the resource that the text leaves out',
      { action: 'iam:PassRole', resource: null },
      recorded('iam:passrole', ROLE),
      { action: 'iam:passrole', resource: ROLE },
    ],
    [
      'gets a resource of *',
      { action: 'ec2:DescribeInstances', resource: null },
      recorded('ec2:DescribeInstances', '*'),
      { action: 'ec2:DescribeInstances', resource: '*' },
    ],
  ])('%s', (_, question, record, expected) => {
    expect(asRecorded(questionOf(question), record)).toEqual({ ...questionOf(question), ...expected });
  });

  // Another question would be read once more.
  it.each([
    ['the record cannot be read', { action: 'iam:PassRole', resource: null }, unreadable(unreadableGap)],
    ['the record names no action', { action: 'iam:PassRole', resource: null }, recorded(null, ROLE)],
    [
      'the text names the same action and a resource',
      { action: 'iam:PassRole', resource: ROLE },
      recorded('iam:PassRole', `${ROLE}s`),
    ],
    ['the record has no resource either', { action: 'iam:PassRole', resource: null }, recorded('iam:PassRole', null)],
    ['its resource is no ARN', { action: 'iam:PassRole', resource: null }, recorded('iam:PassRole', 'worker')],
  ])('is the very same where %s', (_, parts, record) => {
    const question = questionOf(parts);
    expect(asRecorded(question, record)).toBe(question);
  });
});
