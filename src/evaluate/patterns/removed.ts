import { REMOVED } from '../../model/secrets/removed.ts';

/**
 * May a text of a policy cover a value, where a secret was taken out of one of them? Only what comes before it, and before the first wildcard
 * or variable, can be compared; case is left out, because some operators leave it out.
 */
export function mayCoverRemoved(policyText: string, requested: string): boolean {
  const wanted = policyText
    .split(REMOVED, 1)
    .join('')
    .replace(/(?:[*?]|\$\{).*$/s, '')
    .toLowerCase();
  const found = requested.split(REMOVED, 1).join('').toLowerCase();
  return wanted.startsWith(found) || found.startsWith(wanted);
}

/** True where a secret was taken out of the text. */
export function isPartlyRemoved(text: string): boolean {
  return text.includes(REMOVED);
}

/** The value with something that no policy names where a secret was: what covers it covers every secret. */
export function withAnySecret(requested: string): string {
  return requested.replaceAll(REMOVED, '\u{e000}'.repeat(REMOVED.length));
}
