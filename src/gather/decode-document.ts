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
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
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
