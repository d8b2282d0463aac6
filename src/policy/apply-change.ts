import type { Change } from '../model/diagnosis.ts';
import { pointerKeys } from './pointer.ts';
import { sameValue } from './same-value.ts';

/** A document after a change, or why the change cannot be applied. */
export type ChangeResult =
  | { readonly status: 'applied'; readonly document: unknown }
  | { readonly status: 'misfit'; readonly why: string };

/** Thrown and caught in this file only. */
class Misfit extends Error {}

/**
 * Applies a change to a copy of a document: replaces the value at `pointer` by `after`. `after` null removes it; a pointer that ends in
 * `/-` appends to a list, and makes a list of a single value first; a key that does not exist is added. `before` must be the value that
 * is there now, null for none.
 */
export function applyChange(document: unknown, change: Pick<Change, 'pointer' | 'before' | 'after'>): ChangeResult {
  try {
    return { status: 'applied', document: changed(document, pointerKeys(change.pointer), change) };
  } catch (error) {
    if (error instanceof Misfit) return { status: 'misfit', why: error.message };
    throw error;
  }
}

type Edit = Pick<Change, 'pointer' | 'before' | 'after'>;

function changed(at: unknown, keys: readonly string[], edit: Edit): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) {
    compare(at, edit);
    return edit.after;
  }
  if (key === '-' && rest.length === 0) return appended(at, edit);
  if (Array.isArray(at)) return inList(at, key, rest, edit);
  if (typeof at === 'object' && at !== null) return inObject(at, key, rest, edit);
  throw new Misfit(`${edit.pointer} leads nowhere`);
}

function appended(at: unknown, { before, after, pointer }: Edit): unknown {
  if (before !== null) throw new Misfit(`${pointer} appends, so nothing stands there before`);
  if (at === undefined || at === null) throw new Misfit(`${pointer} leads nowhere`);
  const list: readonly unknown[] = Array.isArray(at) ? at : [at];
  return [...list, after];
}

function inList(list: readonly unknown[], key: string, rest: readonly string[], edit: Edit): unknown {
  const index = /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : -1;
  if (index < 0 || index >= list.length) throw new Misfit(`${edit.pointer} leads nowhere`);
  if (rest.length > 0 || edit.after !== null)
    return list.map((each, at) => (at === index ? changed(each, rest, edit) : each));
  compare(list[index], edit);
  return list.filter((_, at) => at !== index);
}

function inObject(object: object, key: string, rest: readonly string[], edit: Edit): unknown {
  const own: unknown = Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
  if (rest.length > 0) {
    if (own === undefined) throw new Misfit(`${edit.pointer} leads nowhere`);
    return { ...object, [key]: changed(own, rest, edit) };
  }
  compare(own, edit);
  if (edit.after !== null) return { ...object, [key]: edit.after };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function compare(found: unknown, { before, pointer }: Edit): void {
  if (!sameValue(found ?? null, before ?? null)) throw new Misfit(`${pointer} holds something else now`);
}
