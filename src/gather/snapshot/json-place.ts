import { escapeKey } from '../../policy/pointer.ts';
import { SnapshotError } from './snapshot-error.ts';

/** A JSON object of the file. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One step further down a JSON pointer (RFC 6901). */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${escapeKey(String(key))}`;
}

/** True for a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a JSON value is, in words. */
function kindOfJson(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${value.slice(0, 120)}"`;
  return typeof value === 'undefined' ? 'missing' : `the ${typeof value} ${String(value)}`;
}

/** Refuses what stands at `pointer`. `must` completes "… must be". */
export function misfit(value: unknown, pointer: string, must: string): SnapshotError {
  const where = pointer === '' ? 'A snapshot' : `${pointer} in the snapshot`;
  return new SnapshotError(
    `${where} must be ${must}, but is ${kindOfJson(value)}: correct it, or record again with --record.`,
    pointer,
  );
}

/** The object at a pointer. Throws a SnapshotError for anything else; `must` says what it has to be. */
export function objectAt(value: unknown, pointer: string, must = 'an object'): JsonObject {
  if (!isObject(value)) throw misfit(value, pointer, must);
  return value;
}

/** The entries of an object, each with its pointer; none where it is missing. */
export function entriesAt(value: unknown, pointer: string, must = 'an object'): [string, unknown, string][] {
  if (value === undefined) return [];
  return Object.entries(objectAt(value, pointer, must)).map(([key, entry]) => [key, entry, below(pointer, key)]);
}

/** The items of a list, each with its pointer; none where it is missing. */
export function itemsAt(value: unknown, pointer: string, must = 'a list'): [unknown, string][] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw misfit(value, pointer, must);
  return value.map((item: unknown, index) => [item, below(pointer, index)]);
}

/** The text at a pointer, which must not be empty. Throws a SnapshotError for anything else. */
export function textAt(value: unknown, pointer: string, must = 'a text'): string {
  if (typeof value !== 'string' || value === '') throw misfit(value, pointer, must);
  return value;
}

/** The name of a read. */
export function callAt(value: unknown, pointer: string): string {
  const must = 'the IAM action of the read, such as iam:GetRole';
  const call = textAt(value, pointer, must);
  if (!/^[a-z0-9-]{1,64}:\w{1,128}$/.test(call)) throw misfit(value, pointer, must);
  return call;
}

/** A text, or undefined where it is missing. */
export function optionalTextAt(value: unknown, pointer: string): string | undefined {
  return value === undefined ? undefined : textAt(value, pointer);
}

/** The texts of a list that is known to be one of texts. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
