import { expect, test } from 'vitest';
import type { Fields } from '../../src/gather/ask/fields.ts';
import { CALLS } from '../../src/gather/calls/table.ts';
import { followPages } from '../../src/gather/live/follow-pages.ts';

const roles = CALLS['iam:ListRoles'];
const policies = CALLS['organizations:ListPoliciesForTarget'];

/** Answers with one page after the other, and keeps what was asked. */
function server(pages: readonly Fields[]) {
  const asked: Fields[] = [];
  const send = async (input: Fields) => {
    asked.push(input);
    return pages[Math.min(asked.length, pages.length) - 1] ?? {};
  };
  return { asked, send };
}

test('all pages become one answer, without tokens and without what the SDK adds', async () => {
  const { asked, send } = server([
    { Roles: [1, 2], IsTruncated: true, Marker: 'a', $metadata: {} },
    { Roles: [3], IsTruncated: false, $metadata: {} },
  ]);
  expect(await followPages(roles, { PathPrefix: '/' }, send)).toEqual({ Roles: [1, 2, 3] });
  expect(asked).toEqual([
    { PathPrefix: '/', MaxItems: 1000 },
    { PathPrefix: '/', MaxItems: 1000, Marker: 'a' },
  ]);
});

test('an empty page may have a next one', async () => {
  const { send } = server([{ Policies: [], NextToken: 'a' }, { Policies: [], NextToken: 'b' }, { Policies: [1] }]);
  expect(await followPages(policies, { TargetId: 'r-1' }, send)).toEqual({ Policies: [1] });
});

test('what is no list is one answer', async () => {
  const { asked, send } = server([{ Role: { Marker: 'x' }, $metadata: {} }]);
  expect(await followPages({}, { RoleName: 'x' }, send)).toEqual({ Role: { Marker: 'x' } });
  expect(asked).toHaveLength(1);
});

const broken: readonly [string, readonly Fields[]][] = [
  ['the same token again and again', [{ Roles: [1], Marker: 'a' }]],
  ['more promised, but no token', [{ Roles: [1], IsTruncated: true }]],
  ['a page without its list', [{ Roles: [1], Marker: 'a' }, { IsTruncated: false }]],
  ['no list', [{ IsTruncated: false }]],
  ['nothing', [{ $metadata: {} }]],
];

test.each(broken)('part of a list is no answer: %s', async (_, pages) => {
  await expect(followPages(roles, {}, server(pages).send)).rejects.toMatchObject({ name: 'MalformedAnswer' });
});

test('a server that always has another page is left', async () => {
  let page = 0;
  const endless = async () => {
    page += 1;
    return { Roles: [], Marker: String(page) };
  };
  await expect(followPages(roles, {}, endless)).rejects.toMatchObject({ name: 'MalformedAnswer' });
});
