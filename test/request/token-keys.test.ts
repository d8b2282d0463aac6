import { describe, expect, it } from 'vitest';
import type { TokenClaims } from '../../src/model/denial-case.ts';
import { tokenKeys } from '../../src/request/token-keys.ts';
import { questionOf } from '../parts/question-of.ts';

const GITHUB = 'token.actions.githubusercontent.com';

function keysOf(parts: Partial<TokenClaims>, action = 'sts:AssumeRoleWithWebIdentity') {
  return tokenKeys(questionOf({ action }), {
    issuer: `https://${GITHUB}`,
    audiences: ['sts.amazonaws.com'],
    subject: 'repo:acme/shop:ref:refs/heads/main',
    expires: null,
    notBefore: null,
    other: {},
    source: '--web-identity-token',
    ...parts,
  });
}

const value = (text: string) => ({ status: 'known', values: [text], multivalued: false });

describe('the condition keys of a token', () => {
  it('are its subject and audience, under the issuer without its scheme', () => {
    expect(keysOf({})).toEqual({
      [`${GITHUB}:sub`]: value('repo:acme/shop:ref:refs/heads/main'),
      [`${GITHUB}:aud`]: value('sts.amazonaws.com'),
    });
    const eks = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';
    expect(keysOf({ issuer: `https://${eks}/` })[`${eks}:aud`]).toEqual(value('sts.amazonaws.com'));
  });

  it('are of the other claims those that AWS lists for the issuer', () => {
    const keys = keysOf({ other: { repository: 'acme/shop', runner_environment: 'self-hosted' } });
    expect(keys[`${GITHUB}:repository`]).toEqual(value('acme/shop'));
    expect(keys[`${GITHUB}:runner_environment`]).toBeUndefined();
    expect(keysOf({ issuer: 'https://example.com', other: { repository: 'x' } })['example.com:repository']).toBe(
      undefined,
    );
  });

  it('leave the audience open where the token names several parties', () => {
    const issuer = 'https://example.com';
    expect(keysOf({ issuer, audiences: ['a', 'b'] })['example.com:aud']?.status).toBe('unknown');
    expect(keysOf({ issuer, audiences: ['a'], other: { azp: 'b' } })['example.com:aud']?.status).toBe('unknown');
    expect(keysOf({ issuer, audiences: ['a'], other: { azp: 'a' } })['example.com:aud']).toEqual(value('a'));
    expect(keysOf({ issuer, audiences: [] })['example.com:aud']).toBeUndefined();
  });

  it('have Google’s authorized party for its audience', () => {
    const keys = keysOf({ issuer: 'https://accounts.google.com', audiences: ['app'], other: { azp: 'account' } });
    expect(keys['accounts.google.com:aud']).toEqual(value('account'));
    expect(keys['accounts.google.com:oaud']).toEqual(value('app'));
  });

  it('are none of another request, or without an issuer', () => {
    expect(keysOf({}, 'sts:AssumeRole')).toEqual({});
    expect(keysOf({ issuer: null })).toEqual({});
    expect(tokenKeys(questionOf({ action: 'sts:AssumeRoleWithWebIdentity' }), null)).toEqual({});
  });
});
