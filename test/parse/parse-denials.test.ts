import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { flat, inventedTexts } from './fixture-texts.ts';

const FIELDS = [
  'credentialError',
  'code',
  'caller',
  'callerName',
  'resource',
  'layer',
  'effect',
  'policyArn',
  'authorizationId',
  'requestId',
  'passedToService',
];

describe('parseDenials', () => {
  it.each(inventedTexts.map((text) => [text.name, text] as const))('reads %s', (_, { text, expected }) => {
    const found = parseDenials(text).map(flat);
    expect(found).toHaveLength(expected.length);
    for (const [index, wanted] of expected.entries()) {
      const denial = found[index] ?? {};
      for (const field of FIELDS) expect({ [field]: denial[field] }).toEqual({ [field]: wanted[field] ?? null });
      for (const field of ['action', 'operation']) {
        if (wanted[field] !== undefined) expect(denial[field]).toBe(wanted[field]);
      }
      expect(denial['kind']).toBe(wanted['kind'] ?? 'iam-denial');
      if (typeof wanted['encoded'] === 'string') expect(denial['encoded']).toBe(wanted['encoded']);
      else expect(denial['encoded'] !== null).toBe(wanted['encoded'] === true);
    }
  });

  it('tells the lines that a denial was read from', () => {
    const text =
      'one\ntwo\nAn error occurred (AccessDenied) when calling\nthe GetObject operation: Access Denied\nfive';
    expect(parseDenials(text).map(({ lines }) => lines)).toEqual([[3, 4]]);
  });

  it.each([
    ['User: arn:aws:iam::111122223333:user/a is not auth...', null, null, true],
    ['User: arn:aws:iam::111122223333:user/a is not', null, null, true],
    ['User: arn:aws:iam::111122223333:user/a is not auth\n\nNext: done', null, null, true],
    ['User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:Get...', null, null, true],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on...',
      's3:GetObject',
      null,
      true,
    ],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: ',
      's3:GetObject',
      null,
      true,
    ],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b (truncated...)',
      's3:GetObject',
      'arn:aws:s3:::b',
      true,
    ],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b because no ident',
      's3:GetObject',
      'arn:aws:s3:::b',
      true,
    ],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b with an explicit deny in a ser…',
      's3:GetObject',
      'arn:aws:s3:::b',
      true,
    ],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b',
      's3:GetObject',
      'arn:aws:s3:::b',
      false,
    ],
    [
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on this resource',
      's3:GetObject',
      null,
      false,
    ],
  ])('says whether the text was cut off: %s', (text, action, resource, truncated) => {
    expect(parseDenials(`AccessDenied: ${text}`)).toMatchObject([
      { caller: 'arn:aws:iam::111122223333:user/a', action, resource, truncated },
    ]);
  });

  it.each(['arn:aws:s3:::b', 'https://example.com/help'])('takes no resource or link for the action: %s', (text) => {
    const sentence = `User: arn:aws:iam::111122223333:user/a is not authorized to perform: ${text}`;
    expect(parseDenials(sentence)).toMatchObject([
      { caller: 'arn:aws:iam::111122223333:user/a', action: null, resource: null, truncated: true },
    ]);
  });

  it('takes no other sentence about a user for one that was cut off', () => {
    const text = 'AccessDenied: User: arn:aws:iam::111122223333:user/a is new here';
    expect(parseDenials(text)).toMatchObject([{ code: 'AccessDenied', caller: null, truncated: false }]);
  });

  it('finds nothing in nothing', () => {
    expect(parseDenials('')).toEqual([]);
  });
});
