import type { RequestContext } from '../../model/request.ts';
import { describeConditionKey, nearestConditionKeys } from '../../reference/condition-keys.ts';
import { editDistance } from '../../reference/edit-distance.ts';
import { lettersInWords } from './compare-names.ts';
import type { Difference } from './difference.ts';

/** A key that the request has under another name: an issuer with its scheme, a provider's ARN in place of the issuer, a typing error. */
export function compareKey(key: string, context: RequestContext): Difference | undefined {
  const plain = plainKey(key);
  for (const [known, value] of context.entries()) {
    if (value.status !== 'known' || known.toLowerCase() === key.toLowerCase()) continue;
    if (plainKey(known) === plain)
      return { kind: 'key-name', words: `the key is written otherwise: it must be ${known}`, distance: 0.5 };
  }
  return misspeltKey(key);
}

/** `https://token.example.com/:sub` and `arn:aws:iam::1:oidc-provider/token.example.com:sub` → token.example.com:sub */
function plainKey(key: string): string {
  const text = key.trim().toLowerCase();
  const provider = text.indexOf(':oidc-provider/');
  const issuer = (provider < 0 ? text : text.slice(provider + ':oidc-provider/'.length)).replace(/^https?:\/\//, '');
  return issuer.replace(/\/(?=:[a-z_]+$)/, '');
}

function misspeltKey(key: string): Difference | undefined {
  if (!/^[a-z0-9-]+:/i.test(key) || describeConditionKey(key) !== undefined) return undefined;
  const [nearest] = nearestConditionKeys(key, 1);
  if (nearest === undefined) return undefined;
  const letters = editDistance(nearest.toLowerCase(), key.toLowerCase());
  if (letters > 3) return undefined;
  return {
    kind: 'key-name',
    words: `${lettersInWords(letters)}: there is no key ${key}, but ${nearest}`,
    distance: letters,
  };
}

/** The value that the policy asks of one claim is what the token has in another: `aud` and `sub` were swapped. */
export function swappedClaim(key: string, values: readonly string[], context: RequestContext): Difference | undefined {
  const claim = /^(.+):(aud|sub)$/i.exec(key);
  if (claim === null) return undefined;
  const [, issuer = '', name = ''] = claim;
  const other = name.toLowerCase() === 'aud' ? 'sub' : 'aud';
  const found = context.get(`${issuer}:${other}`);
  if (found.status !== 'known' || !values.some((value) => found.values.includes(value))) return undefined;
  return { words: `that is the token’s ${other}, not its ${name}: the two are swapped`, distance: 0.5 };
}
