import { escapeKey } from '../../policy/pointer.ts';
import { SnapshotError } from './snapshot-error.ts';

/** A JSON object in the file. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The pointer to a key of the object or list at `pointer` (RFC 6901). */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${escapeKey(String(key))}`;
}

/** True for a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Describes a JSON value. */
function kindOfJson(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${value.slice(0, 120)}"`;
  return typeof value === 'undefined' ? 'missing' : `the ${typeof value} ${String(value)}`;
}

/** The error for a value of the wrong kind. `must` completes "… must be". */
export function unexpectedValue(value: unknown, pointer: string, must: string): SnapshotError {
  const where = pointer === '' ? 'A snapshot' : `${pointer} in the snapshot`;
  return new SnapshotError(
    `${where} must be ${must}, but is ${kindOfJson(value)}: correct it, or record again with --record.`,
    pointer,
  );
}

/** The value if it is an object. Throws a SnapshotError otherwise. `must` says what the value must be. */
export function objectAt(value: unknown, pointer: string, must = 'an object'): JsonObject {
  if (!isObject(value)) throw unexpectedValue(value, pointer, must);
  return value;
}

/** The entries of an object, each with its pointer. Empty if it is missing. Throws a SnapshotError for anything but an object. */
export function entriesAt(value: unknown, pointer: string, must = 'an object'): [string, unknown, string][] {
  if (value === undefined) return [];
  return Object.entries(objectAt(value, pointer, must)).map(([key, entry]) => [key, entry, below(pointer, key)]);
}

/** The items of a list, each with its pointer. Empty if it is missing. Throws a SnapshotError for anything but a list. */
export function itemsAt(value: unknown, pointer: string, must = 'a list'): [unknown, string][] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw unexpectedValue(value, pointer, must);
  return value.map((item: unknown, index) => [item, below(pointer, index)]);
}

/** The value if it is a text that is not empty. Throws a SnapshotError otherwise. */
export function textAt(value: unknown, pointer: string, must = 'a text'): string {
  if (typeof value !== 'string' || value === '') throw unexpectedValue(value, pointer, must);
  return value;
}

/** The value if it is the name of a call. Throws a SnapshotError otherwise. */
export function callAt(value: unknown, pointer: string): string {
  const must = 'the IAM action of the read, such as iam:GetRole';
  const call = textAt(value, pointer, must);
  if (!/^[a-z0-9-]{1,64}:\w{1,128}$/.test(call)) throw unexpectedValue(value, pointer, must);
  return call;
}

/** The value if it is a text, undefined if it is missing. Throws a SnapshotError otherwise. */
export function optionalTextAt(value: unknown, pointer: string): string | undefined {
  return value === undefined ? undefined : textAt(value, pointer);
}

/** The texts in a list. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
