import { decodeDocument } from '../ask/decode-document.ts';
import { misfit } from './json-place.ts';

/** A policy document of the file as parsed JSON. Throws SnapshotError for what is none. */
export function readDocument(value: unknown, pointer: string): object {
  const document = decodeDocument(value);
  if (document === undefined) throw misfit(value, pointer, 'a policy document: an object, JSON, or URL-encoded JSON');
  return document;
}
