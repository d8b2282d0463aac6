import { REMOVED, removeSecrets } from './remove-secrets.ts';

/** Which keys may name a secret, and what was cleaned already: parts of a diagnosis are shared. */
interface Cleaning {
  readonly isForeign: (key: string) => boolean;
  readonly remove: (text: string) => string;
  readonly cleaned: WeakMap<object, unknown>;
}

/**
 * The same JSON without credentials. They are removed from texts and keys, and a value is removed altogether if its key says that it is
 * a credential. This holds for tags too: `{ "Key": "password", "Value": … }`. What holds none is returned as it is, not copied.
 * `isForeign`: which keys are not names of ours; default: all of them. `remove`: takes the secrets out of a text.
 */
export function withoutSecrets<T>(json: T, isForeign: (key: string) => boolean = () => true, remove = cleanText): T {
  return clean(json, { isForeign, remove, cleaned: new WeakMap() }) as T; // the same shape: only texts change
}

function clean(value: unknown, cleaning: Cleaning): unknown {
  if (typeof value === 'string') return cleaning.remove(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const known = cleaning.cleaned.get(value);
  if (known !== undefined) return known;
  const result = Array.isArray(value) ? cleanList(value, cleaning) : cleanObject(value, cleaning);
  cleaning.cleaned.set(value, result);
  return result;
}

function cleanList(list: readonly unknown[], cleaning: Cleaning): readonly unknown[] {
  const items = list.map((item) => clean(item, cleaning));
  return items.every((item, index) => item === list[index]) ? list : items;
}

function cleanObject(object: object, cleaning: Cleaning): object {
  const { Key: label }: { readonly Key?: unknown } = object;
  let changed = false;
  const entries = Object.entries(object).map(([key, item]) => {
    const isSecret =
      (cleaning.isForeign(key) && namesSecret(key)) ||
      (key === 'Value' && typeof label === 'string' && namesSecret(label));
    const [newKey, newItem] = [
      cleaning.remove(key),
      (isSecret ? withoutValue(item) : undefined) ?? clean(item, cleaning),
    ];
    changed ||= newKey !== key || newItem !== item;
    return [newKey, newItem] as const;
  });
  return changed ? Object.fromEntries(entries) : object;
}

/** What stands for the value of a secret: a text, a list of texts, or the values of a condition key. Undefined for anything else: a role may be called `token`. */
function withoutValue(value: unknown): unknown {
  if (typeof value === 'string') return REMOVED;
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? value.map(() => REMOVED) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const [[key, values] = [], ...more] = Object.entries(value);
  const removed = key === 'values' && more.length === 0 ? withoutValue(values) : undefined;
  return removed === undefined ? undefined : { values: removed };
}

/** True for a key that says that its value is a credential, by the rule that finds credentials in texts. */
function namesSecret(key: string): boolean {
  return key.length <= 64 && !key.startsWith('arn:') && cleanText(`${key}=x`).startsWith(REMOVED, key.length + 1);
}

const MOST_KNOWN = 4_096;
const LONGEST_KNOWN = 256;

/** Texts without a secret: the diagnoses of a log repeat most of theirs, and looking for secrets takes longer than all else that is done with them. */
const clear = new Set<string>();

/** The text without secrets: `removeSecrets`, which is not asked again about a text that holds none. */
export function cleanText(text: string): string {
  if (clear.has(text)) return text;
  const cleaned = removeSecrets(text);
  if (cleaned === text && text.length <= LONGEST_KNOWN) {
    if (clear.size >= MOST_KNOWN) clear.clear();
    clear.add(ownCopy(text));
  }
  return cleaned;
}

/** A part of a longer text keeps all of that in memory, a copy does not. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
