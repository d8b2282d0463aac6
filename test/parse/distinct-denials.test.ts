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

  describe('of one request', () => {
    const go = (message: string, requestId = '739745f0-4cfe-47d6-a622-c6e95615e17b') =>
      `operation error EC2: RunInstances, https response error StatusCode: 403, RequestID: ${requestId}, api error UnauthorizedOperation: ${message}`;
    const bare = 'You are not authorized to perform this operation.';
    const full = `${bare} User: arn:aws:iam::111122223333:user/a is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/*`;
    const withBlob = `${bare} Encoded authorization failure message: AbCdEf0123456789_AbCdEf0123456789`;
    const words = (lines: readonly string[]) =>
      distinctDenials(parseDenials(lines.join('\n\n'))).map(({ denial, ...where }) => ({
        ...where,
        caller: denial.caller,
        encodedMessage: denial.encodedMessage,
      }));

    it.each([
      ['the fuller answer first', [go(full), go(withBlob)]],
      ['the poorer answer first', [go(withBlob), go(full)]],
    ])('keeps what both say: %s', (_, lines) => {
      expect(words(lines)).toEqual([
        {
          caller: 'arn:aws:iam::111122223333:user/a',
          encodedMessage: 'AbCdEf0123456789_AbCdEf0123456789',
          count: 2,
          firstLine: 1,
          lastLine: 3,
        },
      ]);
    });

    it('counts each request where it belongs', () => {
      const other = '839745f0-4cfe-47d6-a622-c6e95615e17b';
      expect(distinct(go(bare), go(bare, other), go(full))).toEqual([
        [2, 1, 5],
        [1, 3, 3],
      ]);
      expect(distinct(go(bare), go(bare, other), go(full), go(full, other))).toEqual([[4, 1, 7]]);
    });

    it.each(['XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX', '00000000-0000-0000-0000-000000000000', 'R1'])(
      'takes a masked id for nobody’s: %s',
      (id) => {
        expect(distinct(go(full, id), go(bare, id))).toHaveLength(2);
      },
    );

    it('tells apart what two services say under one id', () => {
      const second = full.replaceAll('ec2:RunInstances', 'iam:PassRole');
      expect(distinct(go(full), go(second))).toHaveLength(2);
    });
  });
});
