import { isDeeperThan } from './is-deeper-than.ts';

/** AWS accepts no document that is nearly as deep. A deeper one would not be safe to walk through. */
const DEEPEST = 100;

/**
 * Decodes a policy document in any form in which AWS gives it: an object, JSON text, or URL-encoded JSON text (RFC 3986), as IAM
 * returns it. Returns undefined for anything else. Documents are decoded nowhere else.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
 */
export function decodeDocument(document: unknown): object | undefined {
  if (typeof document === 'string') return objectOf(parseJson(document) ?? parseJson(unescapeUrl(document)));
  return objectOf(document);
}

function objectOf(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return isDeeperThan(value, DEEPEST) ? undefined : value;
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unescapeUrl(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
