import { decodeDocument } from '../ask/decode-document.ts';
import type { Kept } from '../calls/call-entry.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';
import { isObject } from './json-place.ts';

/** Fields that have a JSON document as text. */
const DOCUMENTS = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document', 'Content', 'DecodedMessage']);

/** Fields about paging and transport, and fields that change by themselves. */
const DROPPED = new Set([
  ...['$metadata', 'IsTruncated', 'Marker', 'NextToken', 'nextToken'],
  ...['RoleLastUsed', 'PasswordLastUsed', 'AttachmentCount', 'PermissionsBoundaryUsageCount', 'Description'],
]);

/**
 * What is recorded of an answer: plain JSON with parsed documents, without what denytrace never looks at. The table of calls says what
 * to keep of answers that have more (e-mail addresses, other roles' policies, metadata).
 */
export function slimAnswer(call: string, output: unknown): unknown {
  return pick(plainJson(output, ''), findAnyCall(call)?.kept);
}

/**
 * The fields of a value that are kept. A field that is listed with the fields inside it is always there, if only as undefined: so an
 * answer without a list differs from one with an empty list.
 */
function pick(value: unknown, kept: Kept | undefined): unknown {
  if (kept === undefined || kept === 'all') return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, kept));
  if (!isObject(value)) return value;
  if (isNames(kept)) return Object.fromEntries(Object.entries(value).filter(([field]) => kept.includes(field)));
  return Object.fromEntries(Object.entries(kept).map(([field, inside]) => [field, pick(value[field], inside)]));
}

function isNames(kept: Kept): kept is readonly string[] {
  return Array.isArray(kept);
}

function plainJson(value: unknown, field: string): unknown {
  if (DOCUMENTS.has(field)) return decodeDocument(value) ?? value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plainJson(item, ''));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key, item]) => item !== undefined && !DROPPED.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, plainJson(item, key)]));
}

/** True if the replay has everything that was recorded, unchanged and in the same order. */
export function covers(replayed: unknown, recorded: unknown): boolean {
  if (Array.isArray(recorded))
    return (
      Array.isArray(replayed) &&
      replayed.length === recorded.length &&
      recorded.every((item, index) => covers(replayed[index], item))
    );
  if (!isObject(recorded)) return replayed === recorded;
  return isObject(replayed) && Object.entries(recorded).every(([key, item]) => covers(replayed[key], item));
}
