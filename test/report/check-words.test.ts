import { expect, test } from 'vitest';
import type { Fix } from '../../src/model/diagnosis.ts';
import { refused } from '../../src/model/gap.ts';
import { checkWords } from '../../src/report/words/check.ts';

const unread = (what: string, layer: 'identity' | 'scp') =>
  refused({
    what,
    layer,
    account: '111122223333',
    permission: 'iam:GetRole',
    code: 'AccessDenied',
    who: 'account-admin',
  });

const policy = { name: 'Deploy', arn: null, kind: 'inline', attachedTo: 'arn:aws:iam::111122223333:role/ci' } as const;

const fix = (before: unknown, openAfter: Fix['openAfter']): Fix => ({
  who: 'account-admin',
  summary: 'add a statement',
  account: '111122223333',
  changes: [{ policy, pointer: before === null ? '' : '/Statement/-', before, after: {} }],
  documents: [],
  commands: [],
  check: 'open',
  stillBlocking: [],
  openAfter,
});

test('of a new policy beside policies that could not be read, only its statement was checked', () => {
  const words = checkWords(fix(null, [unread('the policies attached to the role ci', 'identity')]));
  expect(words).toBe('checked: the new statement matches the request; not read: the policies attached to the role ci');
});

test('where the policies beside it were read, nothing in them blocks the request', () => {
  const others = [unread('the service control policies of 111122223333', 'scp')];
  expect(checkWords(fix(null, others))).toMatch(
    /^checked: with this change, nothing that was read blocks it; not read: /,
  );
  const changed = fix({ Statement: [] }, [unread('the policy Other', 'identity')]);
  expect(checkWords(changed)).toMatch(/^checked: with this change, nothing that was read blocks it/);
});
