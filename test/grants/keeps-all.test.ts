import { expect, it } from 'vitest';
import { keepsAll } from '../../src/grants/keeps-all.ts';

const SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' };
const DENY = { Effect: 'Deny', Action: 'sqs:Purge*', Resource: '*' };
const CONDITION = { StringEquals: { 'aws:PrincipalTag/team': 'blue' } };

/** [what the newer document does, the older one's statements, the newer one's, the answer] */
it.each([
  ['has one more', [SEND], [SEND, { ...SEND, Action: 'sns:Publish' }], true],
  [
    'has it under another Sid, elsewhere',
    [SEND],
    [
      { ...SEND, Action: 'sns:Publish' },
      { Sid: 'New', ...SEND },
    ],
    true,
  ],
  ['has one more action beside it', [SEND], [{ ...SEND, Action: ['sns:Publish', 'sqs:SendMessage'] }], true],
  ['has a pattern with the action', [SEND], [{ ...SEND, Action: 'sqs:*' }], true],
  ['has every resource', [SEND], [{ ...SEND, Resource: '*' }], true],
  ['has a single statement', [SEND], SEND, true],
  ['lacks an action', [{ ...SEND, Action: ['sqs:SendMessage', 'sns:Publish'] }], [SEND], false],
  ['lacks what a pattern has', [{ ...SEND, Action: 'sqs:*' }], [{ ...SEND, Action: 'sqs:?' }], false],
  ['has another resource', [SEND], [{ ...SEND, Resource: `${SEND.Resource}-2` }], false],
  ['has a condition', [SEND], [{ ...SEND, Condition: CONDITION }], false],
  ['leaves a condition out', [{ ...SEND, Condition: CONDITION }], [SEND], false],
  ['denies what the older one denies', [SEND, DENY], [DENY, SEND], true],
  ['denies something new', [SEND], [SEND, DENY], false],
  ['denies more', [SEND, DENY], [SEND, { ...DENY, Action: 'sqs:*' }], false],
  ['denies no longer', [SEND, DENY], [SEND], false],
])('a newer document that %s', (_, older, newer, kept) => {
  expect(keepsAll({ Statement: older }, { Statement: newer })).toBe(kept);
});

it('is no newer document of another version: variables are plain texts in the one', () => {
  const older = { Version: '2012-10-17', Statement: [SEND] };
  expect(keepsAll(older, { ...older, Statement: [SEND, DENY] })).toBe(false);
  expect(
    keepsAll(older, { Version: '2012-10-17', Statement: [{ ...SEND, Action: ['sqs:SendMessage', 'sns:*'] }] }),
  ).toBe(true);
  expect(keepsAll(older, { Statement: [SEND] })).toBe(false);
});
