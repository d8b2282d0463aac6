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

  it('finds nothing in nothing', () => {
    expect(parseDenials('')).toEqual([]);
  });
});
