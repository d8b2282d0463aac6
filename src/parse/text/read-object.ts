import type { DenseText } from './dense-text.ts';

/** A value of an object: numbers, booleans and text alike are text. */
export type ObjectValue = string | readonly ObjectValue[] | ObjectFields;
/** The fields of an object, by their keys as written. */
export interface ObjectFields {
  readonly [key: string]: ObjectValue;
}

/** Objects inside objects go no deeper in anything that AWS writes. */
const DEEPEST = 12;

/**
 * Of an object that is cut off, its complete fields count down to this depth: those of a record, its caller and its parameters. Deeper ones
 * are maps and lists (tags, an encryption context), of which a part would pass for all of it.
 */
const RECORD = 1;

/**
 * Reads the JSON object in [from, to) of a text. Tolerant: quotes inside a string have lost their backslashes, a record may be cut off at
 * either end, and what cannot be read is passed over, as is the value in which the text ends. Each character is looked at once, so the work
 * is linear.
 */
export function readObject(dense: DenseText, from: number, to: number): ObjectFields {
  const start = dense.text[from] === '{' ? from + 1 : from;
  return fieldsFrom({ dense, to, at: start }, 0) ?? {};
}

/** Reads the JSON list that begins at `from` in the same way. */
export function readList(dense: DenseText, from: number, to: number): readonly ObjectValue[] {
  return listFrom({ dense, to, at: from + 1 }, 0) ?? [];
}

/** The text at a path (`userIdentity.sessionContext`), or under the path as one flat key. Undefined where there is none. */
export function textAt(fields: ObjectFields, path: string): string | undefined {
  const value = valueAt(fields, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value at a path, or under the path as one flat key. */
export function valueAt(fields: ObjectFields, path: string): ObjectValue | undefined {
  const flat = own(fields, path);
  if (flat !== undefined) return flat;
  let value: ObjectValue | undefined = fields;
  for (const key of path.split('.')) {
    if (!isFields(value)) return undefined;
    value = own(value, key);
  }
  return value;
}

/** True for an object, as opposed to a text or a list. */
export function isFields(value: ObjectValue | undefined): value is ObjectFields {
  return typeof value === 'object' && !Array.isArray(value);
}

function own(fields: ObjectFields, key: string): ObjectValue | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

interface Cursor {
  readonly dense: DenseText;
  readonly to: number;
  at: number;
}

function fieldsFrom(cursor: Cursor, depth: number): ObjectFields | undefined {
  const entries: [string, ObjectValue][] = [];
  while (cursor.at < cursor.to) {
    const character = cursor.dense.text[cursor.at];
    if (character === '}') {
      cursor.at += 1;
      return Object.fromEntries(entries);
    }
    if (character !== '"') {
      cursor.at += 1;
      continue;
    }
    const key = stringFrom(cursor);
    if (key === undefined || cursor.dense.text[cursor.at] !== ':') continue;
    cursor.at += 1;
    const value = valueFrom(cursor, depth + 1);
    if (value !== undefined) entries.push([key, value]);
  }
  return depth <= RECORD ? Object.fromEntries(entries) : undefined;
}

function valueFrom(cursor: Cursor, depth: number): ObjectValue | undefined {
  const character = cursor.at < cursor.to ? cursor.dense.text[cursor.at] : undefined;
  if (character === '"') return objectInString(cursor, depth) ?? stringFrom(cursor);
  if ((character !== '{' && character !== '[') || depth > DEEPEST) return literalFrom(cursor);
  cursor.at += 1;
  return character === '{' ? fieldsFrom(cursor, depth) : listFrom(cursor, depth);
}

/** An object that is the text of a string: its quotes have lost their backslashes. */
function objectInString(cursor: Cursor, depth: number): ObjectFields | undefined {
  if (depth > DEEPEST || !cursor.dense.text.startsWith('"{"', cursor.at)) return undefined;
  cursor.at += 2;
  const value = fieldsFrom(cursor, depth);
  if (cursor.dense.text[cursor.at] === '"') cursor.at += 1;
  return value;
}

function listFrom(cursor: Cursor, depth: number): readonly ObjectValue[] | undefined {
  const values: ObjectValue[] = [];
  while (cursor.at < cursor.to) {
    const character = cursor.dense.text[cursor.at];
    if (character === '}') break;
    if (character === ']' || character === ',') {
      cursor.at += 1;
      if (character === ']') return values;
      continue;
    }
    const value = valueFrom(cursor, depth + 1);
    if (value !== undefined) values.push(value);
  }
  return undefined;
}

/** A string ends at a quote with a comma, a colon or a bracket after it. Undefined for one that is cut off. */
function stringFrom(cursor: Cursor): string | undefined {
  const { dense, to } = cursor;
  const from = cursor.at + 1;
  let end = dense.text.indexOf('"', from);
  while (end >= 0 && end + 1 < to && !/[,:}\]]/.test(dense.text[end + 1] ?? '')) end = dense.text.indexOf('"', end + 1);
  if (end < 0 || end >= to) {
    cursor.at = to;
    return undefined;
  }
  cursor.at = end + 1;
  return dense.written(from, end);
}

/** A number, a word or `null`, which is no value. */
function literalFrom(cursor: Cursor): string | undefined {
  const from = cursor.at;
  while (cursor.at < cursor.to && !/[,}\]]/.test(cursor.dense.text[cursor.at] ?? '')) cursor.at += 1;
  if (cursor.at === cursor.to) return undefined;
  // A character that belongs to nothing is passed over, so that the reader always moves on.
  if (cursor.at === from) cursor.at += 1;
  const word = cursor.dense.text.slice(from, cursor.at);
  return /^[\w.+-]{1,64}$/.test(word) && word !== 'null' ? word : undefined;
}
