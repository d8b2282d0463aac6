import type { Change } from '../../model/diagnosis.ts';
import { applyChange } from '../../policy/apply-change.ts';
import { getPointer } from '../../policy/pointer.ts';
import { sameValue } from '../../policy/same-value.ts';

/**
 * A new document with the changes of another fix of the same policy; undefined where they do not fit it. What the document holds
 * already is no change, and two fixes that add to one list add to it together.
 */
export function joinChanges(document: unknown, changes: readonly Change[]): { readonly document: unknown } | undefined {
  let result = document;
  for (const change of changes) {
    const joined = joinChange(result, change);
    if (joined === undefined) return undefined;
    result = joined.document;
  }
  return { document: result };
}

function joinChange(document: unknown, change: Change): { readonly document: unknown } | undefined {
  const { pointer, after } = change;
  if (holds(document, change)) return { document };
  const applied = applyChange(document, change);
  if (applied.status === 'applied') return { document: applied.document };
  const now = getPointer(document, pointer);
  const together = union(change, now);
  if (together === undefined) return sameValue(now, after) ? { document } : undefined;
  const added = applyChange(document, { pointer, before: now, after: together });
  return added.status === 'applied' ? { document: added.document } : undefined;
}

/** True for an item that stands in its list already. */
function holds(document: unknown, { pointer, after }: Change): boolean {
  if (!pointer.endsWith('/-')) return false;
  const list = getPointer(document, pointer.slice(0, -2));
  return (Array.isArray(list) ? list : [list]).some((item) => sameValue(item, after));
}

/** What the list holds now with what the change adds to it; undefined where the change is none that adds. */
function union({ before, after }: Change, now: unknown): readonly string[] | undefined {
  const [old, wanted, current] = [textsOf(before), textsOf(after), textsOf(now)];
  if (old === undefined || wanted === undefined || current === undefined) return undefined;
  const isAdding = old.every((text) => wanted.includes(text) && current.includes(text));
  return isAdding ? [...new Set([...current, ...wanted])] : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}
