import { describe, expect, it } from 'vitest';
import { distinctDenials } from '../../src/parse/distinct-denials.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const denial = (caller: string, action = 's3:GetObject', clause = '') =>
  `User: ${caller} is not authorized to perform: ${action} on resource: arn:aws:s3:::b/k${clause}`;
const session = (name: string) => `arn:aws:sts::111122223333:assumed-role/app/${name}`;

function distinct(...lines: readonly string[]) {
  return distinctDenials(parseDenials(lines.join('\n\n'))).map(({ count, firstLine, lastLine }) => [
    count,
    firstLine,
    lastLine,
  ]);
}

describe('distinctDenials', () => {
  it('takes sessions of one role as one caller', () => {
    expect(distinct(denial(session('a')), denial(session('b')), denial(session('a')))).toEqual([[3, 1, 5]]);
  });

  it('tells users, roles, accounts, actions and reasons apart', () => {
    expect(
      distinct(
        denial(session('a')),
        denial('arn:aws:iam::111122223333:user/app'),
        denial('arn:aws:sts::444455556666:assumed-role/app/a'),
        denial(session('a'), 's3:PutObject'),
        denial(session('a'), 's3:GetObject', ' with an explicit deny in a service control policy'),
      ),
    ).toHaveLength(5);
  });

  it('keeps the one that states most, and where the first stood', () => {
    const line = denial(session('a'));
    const withId = `AccessDenied: ${denial(session('b'))}\n\tstatus code: 403, request id: R1`;
    expect(distinctDenials(parseDenials(`${line}\n\n${withId}\n\n${line}`))).toMatchObject([
      { count: 3, firstLine: 1, lastLine: 6, denial: { code: 'AccessDenied', requestId: 'R1', lines: [3, 4] } },
    ]);
  });

  it('tells bare denials apart by what was called', () => {
    const bare = (operation: string) =>
      `An error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`;
    expect(distinct(bare('GetObject'), bare('PutObject'), bare('GetObject'))).toEqual([
      [2, 1, 5],
      [1, 3, 3],
    ]);
  });
});
