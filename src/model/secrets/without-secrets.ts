import { removeSecrets, suspiciousAmong } from './remove-secrets.ts';
import { REMOVED } from './removed.ts';

/** Which keys may name a secret, and what was cleaned already: parts of a diagnosis are shared. */
interface Cleaning {
  readonly isForeign: (key: string) => boolean;
  readonly remove: (text: string) => string;
  readonly cleaned: Map<object, unknown>;
}

/**
 * The same JSON without credentials. They are removed from texts and keys, and a value is removed altogether if its key says that it is
 * a credential. This holds for tags too: `{ "Key": "password", "Value": … }`. What holds none is returned as it is, not copied.
 * `isForeign`: which keys are not names of ours; default: all of them.
 */
export function withoutSecrets<T>(json: T, isForeign: (key: string) => boolean = () => true): T {
  return holdsSecrets(json, isForeign) ? withTexts(json, isForeign, cleanText) : json;
}

/** The same JSON with what `remove` makes of its texts and keys, and without the values of keys that say that they are credentials. */
export function withTexts<T>(json: T, isForeign: (key: string) => boolean, remove: (text: string) => string): T {
  return clean(json, { isForeign, remove, cleaned: new Map() }) as T; // the same shape: only texts change
}

/**
 * Would anything be removed from the JSON? Most of it holds no secret, and looking at all of its texts at once, but for those that are known to
 * be clear, is faster than at each.
 */
export function holdsSecrets(json: unknown, isForeign: (key: string) => boolean): boolean {
  const texts = new Set<string>();
  collectTexts(json, isForeign, texts, new Set());
  const unknown = [...texts];
  if (suspiciousAmong(unknown).some((text) => removeSecrets(text) !== text)) return true;
  keepClear(unknown);
  return false;
}

/** The texts and keys that are not known to be clear. */
function collectTexts(value: unknown, isForeign: (key: string) => boolean, texts: Set<string>, seen: Set<object>) {
  if (typeof value === 'string') return addUnknown(value, texts);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collectTexts(item, isForeign, texts, seen);
    return;
  }
  if (seen.has(value)) return;
  seen.add(value);
  const fields = value as Readonly<Record<string, unknown>>; // any object that is no list has texts as keys
  for (const key of Object.keys(fields)) {
    const item = fields[key];
    addUnknown(key, texts);
    if (isForeign(key)) addUnknown(settingOf(key), texts);
    if (key === 'Key' && typeof item === 'string') addUnknown(settingOf(item), texts);
    collectTexts(item, isForeign, texts, seen);
  }
}

function addUnknown(text: string, texts: Set<string>): void {
  if (!clear.has(text)) texts.add(text);
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
    if (isWordOfOurs(key, item)) return [key, item] as const;
    const [newKey, newItem] = [
      cleaning.remove(key),
      (isSecret ? withoutValue(item) : undefined) ?? clean(item, cleaning),
    ];
    changed ||= newKey !== key || newItem !== item;
    return [newKey, newItem] as const;
  });
  return changed ? Object.fromEntries(entries) : object;
}

/** Fields of ours that hold one of a few words of ours, whatever the text says: a secret may happen to be the same word. */
const OWN_WORDS = new Set(
  'aspect check conclusion credentialError effect element hides id key kind layer need rung shape status step verdict who'.split(
    ' ',
  ),
);

function isWordOfOurs(key: string, value: unknown): boolean {
  return OWN_WORDS.has(key) && typeof value === 'string' && /^[a-z]+(?:[.-][a-z]+){0,6}$/.test(value);
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
  return key.length <= 64 && !key.startsWith('arn:') && cleanText(settingOf(key)).startsWith(REMOVED, key.length + 1);
}

/** A key with a value, of which only the key can say that it is a secret. */
function settingOf(key: string): string {
  return `${key}=x`;
}

const MOST_KNOWN = 4_096;
const LONGEST_KNOWN = 256;

/** Texts without a secret: the diagnoses of a log repeat most of theirs, and looking for secrets takes longer than all else that is done with them. */
const clear = new Set<string>();

/** The text without secrets: `removeSecrets`, which is not asked again about a text that holds none. */
export function cleanText(text: string): string {
  if (clear.has(text)) return text;
  const cleaned = removeSecrets(text);
  if (cleaned === text) keepClear([text]);
  return cleaned;
}

/** A part of a longer text keeps all of that in memory; a copy of them all, cut into its parts, keeps nothing else. */
function keepClear(texts: readonly string[]): void {
  const short = texts.filter((text) => text.length <= LONGEST_KNOWN);
  if (clear.size + short.length > MOST_KNOWN) clear.clear();
  const copy = short.join('');
  let start = 0;
  for (const { length } of short) {
    clear.add(copy.slice(start, start + length));
    start += length;
  }
}
