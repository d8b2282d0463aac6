import { hasKeyLength } from './key-length.ts';
import { knownToken, TOKEN_LETTERS } from './known-tokens.ts';
import { REMOVED } from './removed.ts';
import { SECRET_PATTERNS } from './secret-patterns.ts';

/** Words of which each text with a secret has one, or it has something as long as a key, or letters of a token. */
const WORDS = [...new Set(SECRET_PATTERNS.flatMap(([[first]]) => (typeof first === 'function' ? [] : first)))];

/**
 * The text without credentials: secret keys, session tokens, signed query strings, JSON Web Tokens, passwords, Authorization headers; access key ids
 * keep their kind and their last four letters. Encoded authorization messages stay: AWS alone can read them, for who may.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function removeSecrets(text: string): string {
  const known = withoutTokens(text);
  return patternsFor(known).reduce(
    (cleaned, [, pattern, replacement]) => cleaned.replace(pattern(), replacement),
    known,
  );
}

/** Those of the texts that may hold a secret: that none of them does, as with most, is seen faster of all of them at once. */
export function suspiciousAmong(texts: readonly string[]): readonly string[] {
  const all = texts.join('\n');
  const lower = all.toLowerCase();
  const words = WORDS.filter((word) => lower.includes(word));
  const letters = TOKEN_LETTERS.filter((some) => all.includes(some));
  const hasKeys = hasKeyLength(lower);
  if (words.length === 0 && letters.length === 0 && !hasKeys) return [];
  const anyWord = anyOf(words, 'i');
  const anyLetters = anyOf(letters, '');
  return texts.filter(
    (text) => anyWord.test(text) || anyLetters.test(text) || (hasKeys && hasKeyLength(text.toLowerCase())),
  );
}

/** Finds one of them; nothing where there are none. */
function anyOf(words: readonly string[], flags: string): RegExp {
  const literally = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.length === 0 ? '(?!)' : literally.join('|'), flags);
}

function withoutTokens(text: string): string {
  return TOKEN_LETTERS.some((letters) => text.includes(letters)) ? text.replace(knownToken(), REMOVED) : text;
}

/** The patterns that may find something in the text. */
function patternsFor(text: string): typeof SECRET_PATTERNS {
  const lower = text.toLowerCase();
  return SECRET_PATTERNS.filter(([hint]) =>
    hint.every((sign) => (typeof sign === 'function' ? sign(lower) : sign.some((word) => lower.includes(word)))),
  );
}

/**
 * The secrets of a text themselves, as far as they are long enough to be looked for elsewhere: a value that was put together of several parts
 * of the text, without the label that was before it.
 */
export function secretsIn(text: string): readonly string[] {
  if (removeSecrets(text) === text) return [];
  const found: string[] = Array.from(text.matchAll(knownToken()), ([token]) => token);
  const known = withoutTokens(text);
  patternsFor(known).reduce((rest, [, pattern, replacement]) => {
    const matches = replacement.includes(REMOVED) ? rest.matchAll(pattern()) : [];
    for (const { 0: match, 1: label = '' } of matches) found.push(match.slice(label.length));
    return rest.replace(pattern(), replacement);
  }, known);
  // What looks like an action or a host may have the first parts of a token only.
  const parts = found.flatMap((secret) => (secret.startsWith('eyJ') ? [secret, ...secret.split('.')] : secret));
  const values = parts.flatMap((secret) => secret.split(/[\s"'\\:/,;&]+/));
  // Where names differ, only the part that does is printed.
  const ofNames = values.flatMap((value) => value.split(/[-_.=+@]+/)).filter((part) => /[^a-z]/.test(part));
  return [...new Set([...values, ...ofNames])].filter((secret) => secret.length >= SHORTEST_SECRET);
}

/** What is shorter may be a word that means something else elsewhere. */
const SHORTEST_SECRET = 8;
