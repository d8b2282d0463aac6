import { type DenseText, SPACING } from '../text/dense-text.ts';

/** The longest value: ARNs have at most 2048 characters. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST = 2_048;

/** A closing quote in compact JSON: the text goes on right after it (`…role/x","eventID":…`). */
const CLOSED = /["'`](?:[,;}\])>]|\/>)/;

/**
 * Where the value at `from` ends: at white space, or at the end of the string that it is in. If a line was wrapped inside the value,
 * it goes on in the next line.
 */
export function valueEnd(dense: DenseText, from: number): number {
  const end = unquotedEnd(dense, from);
  const closed = dense.text.slice(from + 1, end).search(CLOSED);
  return closed < 0 ? end : from + 1 + closed;
}

function unquotedEnd(dense: DenseText, from: number): number {
  let end = dense.nextSpacing(from + 1);
  while (end - from < LONGEST && isInside(dense, from, end)) end = dense.nextSpacing(end + 1);
  return Math.min(end, from + LONGEST);
}

/** True if the white space before `at` is inside the value that begins at `from`. */
function isInside(dense: DenseText, from: number, at: number): boolean {
  const spacing = dense.spacingBefore(at);
  return spacing === SPACING.break ? goesOn(dense, from, at) : spacing === SPACING.blank && holdsBlank(dense, from, at);
}

/** True for a blank in a placeholder, `<role name>` or `[ACCOUNT ID]`, or in an ARN typed by hand: `arn:aws:batch:us-west-2: 111122223333:job/…`. */
function holdsBlank(dense: DenseText, from: number, at: number): boolean {
  const soFar = dense.text.slice(from, at);
  const next = dense.text.slice(at, at + 41);
  if (inPlaceholder(soFar)) return /^[\w-]{1,40}>/.test(next);
  if (/:\[[\w-]{1,40}$/.test(soFar.slice(-42))) return /^[\w-]{1,40}\]:/.test(next);
  // `assumed-role/ NAME`: no ARN ends there.
  if (/^arn:aws[^\s]*:(?:assumed-role|role|user)\/$/.test(soFar))
    return /^[\w+=,.@-]{2,64}/.test(next) && !startsSomethingElse(dense, at);
  return /^arn:[^\s]*:$/.test(soFar) && colons(soFar) < 5 && /^(?:\d{12}|[*x]{3,12}):/i.test(next);
}

/** True if the line was wrapped inside the value; false if something else begins in the next line. */
function goesOn(dense: DenseText, from: number, at: number): boolean {
  const soFar = dense.text.slice(from, at);
  if (inPlaceholder(soFar)) return true;
  if (/[)\]}"'`.,;]$/.test(soFar) || !/^(?:[\w/:*.=@+-]|<\w)/.test(dense.text.slice(at, at + 2))) return false;
  if (/^[-/_:.=@]\w/.test(dense.text.slice(at, at + 2)) && dense.spacingBefore(at + 1) === SPACING.none) return true;
  if (startsSomethingElse(dense, at)) return false;
  if (soFar.startsWith('arn:') && colons(soFar) < 5) return true;
  return /[:/_-]$/.test(soFar) || dense.brokenByForce(at);
}

/** True if a placeholder is still open: `<role-name`. */
function inPlaceholder(soFar: string): boolean {
  return /<[\w-]{1,40}$/.test(soFar.slice(-41));
}

function startsSomethingElse(dense: DenseText, at: number): boolean {
  // A label: `Context: …`.
  if (/^[A-Z][\w()]{2,30}:$/.test(dense.text.slice(at, dense.nextSpacing(at + 1)))) return true;
  return /^(?:status ?code|request ?id|because|with an? ?explicit|an ?error|error|warn|info|debug|\w{3,40}(?:denied|exception|error|operation):|with|on|at|user|arn:)/i.test(
    dense.written(at, Math.min(dense.text.length, at + 24), ' '),
  );
}

function colons(text: string): number {
  return text.split(':', 6).length - 1;
}

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };
const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Removes what prose and markup put around a value: quotes, emphasis, a full stop, brackets without a partner inside it; and backticks inside an ARN. */
export function trimValue(text: string): string {
  let value = text.trim();
  for (;;) {
    const before = value;
    if (value.includes('<')) value = withoutTags(value);
    value = value
      .replace(/^(?:["'`“”‘’,\s]+|\*\*(?=\w)|\+(?=arn:))/, '')
      .replace(/["'`“”‘’,;!?\\\s]+$/, '')
      .replace(/(?<=[A-Za-z0-9_)])\*\*$/, '')
      .replace(/([^.])\.$/, '$1');
    const last = value.at(-1) ?? '';
    const opens = CLOSING[last];
    if (opens !== undefined && count(value, opens) < count(value, last)) value = value.slice(0, -1);
    const closes = OPENING[value[0] ?? ''];
    if (closes !== undefined && count(value, closes) < count(value, value[0] ?? '')) value = value.slice(1);
    if (value === before) return value.startsWith('arn:') ? value.replaceAll('`', '') : value;
  }
}

function withoutTags(value: string): string {
  return value
    .replace(/<\/[a-z]+>?.*$/is, '')
    .replace(/^<(?:pre|code|p|td|li|b|strong|em|i|span|div|h[1-6]|br\/?)>(?=.)/i, '');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
