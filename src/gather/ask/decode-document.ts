import { isDeeperThan } from './is-deeper-than.ts';

/** No document that AWS accepts is nearly as deep; deeper ones would not be safe to walk. */
const DEEPEST = 100;

/**
 * A policy document as AWS gives it: an object, JSON text, or JSON text that is URL-encoded (RFC 3986), as IAM's reads return it.
 * Undefined where it is none of them. The only place that decodes documents.
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
