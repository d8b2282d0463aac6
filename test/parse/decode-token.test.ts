import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../src/parse/tokens/decode-token.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;

describe('decodeToken', () => {
  it('reads the claims and keeps no signature', () => {
    const token = decodeToken(
      jwt({
        iss: 'https://token.actions.githubusercontent.com',
        aud: 'sts.amazonaws.com',
        sub: 'repo:acme/web:ref:refs/heads/main',
        exp: 1790000000,
        nbf: 1789999000,
        jti: 'one-time',
        repository: 'acme/web',
        run_number: 7,
        'kubernetes.io': { namespace: 'default' },
      }),
      '--web-identity-token',
    );
    expect(token).toEqual({
      issuer: 'https://token.actions.githubusercontent.com',
      audiences: ['sts.amazonaws.com'],
      subject: 'repo:acme/web:ref:refs/heads/main',
      expires: 1790000000,
      notBefore: 1789999000,
      other: { repository: 'acme/web', run_number: '7' },
      source: '--web-identity-token',
    });
    expect(JSON.stringify(token)).not.toContain('c2lnbmF0dXJl');
  });

  it('takes a list of audiences and white space around the token', () => {
    expect(decodeToken(`\n${jwt({ aud: ['a', 'b', 3] })} `, 's')?.audiences).toEqual(['a', 'b']);
  });

  it.each([
    ['prose', 'not a token'],
    ['two parts', `${part({})}.${part({})}`],
    ['four parts', `${jwt({})}.x`],
    ['a list for claims', jwt([])],
    ['a number for claims', jwt(7)],
    ['a text for claims', jwt('sub')],
    ['nothing for claims', jwt(null)],
    ['no JSON', `${part({})}.bm9wZQ.x`],
    ['other characters', `${part({})}.{"sub":"x"}.x`],
    ['too long', jwt({ sub: 'x'.repeat(20_000) })],
  ])('refuses %s', (_, text) => {
    expect(decodeToken(text, 's')).toBeUndefined();
  });

  it('never throws, whatever the text or the claims', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(jwt)), (text) => {
        const token = decodeToken(text, 's');
        expect(token === undefined || token.source === 's').toBe(true);
      }),
    );
  });
});
