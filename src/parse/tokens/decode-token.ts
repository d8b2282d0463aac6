import type { TokenClaims } from '../../model/denial-case.ts';

/** The longest token that STS accepts. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const LONGEST_TOKEN = 20_000;
const LONGEST_CLAIM = 2_048;
const MOST_CLAIMS = 100;

const REGISTERED = new Set(['iss', 'aud', 'sub', 'exp', 'nbf', 'iat', 'jti']);

/**
 * Reads the claims of a JSON web token. Only the middle part is decoded; the signature is neither checked nor kept.
 * Undefined for a text that is not such a token. https://www.rfc-editor.org/rfc/rfc7519
 */
export function decodeToken(jwt: string, source: string): TokenClaims | undefined {
  const text = jwt.trim();
  if (text.length > LONGEST_TOKEN) return undefined;
  const [header, payload, signature, ...more] = text.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined;
  if (readPart(header) === undefined) return undefined;
  const claims = readPart(payload);
  return claims && tokenClaims(claims, source);
}

function tokenClaims(claims: ReadonlyMap<string, unknown>, source: string): TokenClaims {
  const audience = claims.get('aud');
  const audiences = Array.isArray(audience) ? audience : [audience];
  return {
    issuer: textOf(claims.get('iss')),
    audiences: audiences.map(textOf).filter((one) => one !== null),
    subject: textOf(claims.get('sub')),
    expires: secondsOf(claims.get('exp')),
    notBefore: secondsOf(claims.get('nbf')),
    other: otherClaims(claims),
    source,
  };
}

/** A part of a token: base64url of a JSON object. */
function readPart(part: string): ReadonlyMap<string, unknown> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value));
  } catch {
    return undefined;
  }
}

function otherClaims(claims: ReadonlyMap<string, unknown>): TokenClaims['other'] {
  const plain: [string, string | readonly string[]][] = [];
  for (const [name, value] of claims) {
    if (REGISTERED.has(name) || plain.length >= MOST_CLAIMS) continue;
    const list = Array.isArray(value) ? textsOf(value) : null;
    if (list !== null) plain.push([name, list]);
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
    if (text !== null) plain.push([name, text]);
  }
  return Object.fromEntries(plain);
}

/** Null where one of them is no text: then the list is not known. */
function textsOf(values: readonly unknown[]): readonly string[] | null {
  const texts = values.slice(0, MOST_CLAIMS + 1).map(textOf);
  const known = texts.filter((text) => text !== null);
  return known.length === values.length ? known : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.length <= LONGEST_CLAIM ? value : null;
}

function secondsOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
