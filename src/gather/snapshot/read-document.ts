import { decodeDocument } from '../ask/decode-document.ts';
import { unexpectedValue } from './json-place.ts';

/** A policy document in the file, as parsed JSON. Throws a SnapshotError for anything else. */
export function readDocument(value: unknown, pointer: string): object {
  const document = decodeDocument(value);
  if (document === undefined)
    throw unexpectedValue(value, pointer, 'a policy document: an object, JSON, or URL-encoded JSON');
  return document;
}
