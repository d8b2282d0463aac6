import { type DenseText, SPACING } from '../text/dense-text.ts';

/** The object around a key, whole, or cut off at either end. */
export interface ObjectSpan {
  readonly from: number;
  readonly to: number;
  /** False for a fragment of some lines, without an opening brace. */
  readonly opened: boolean;
}

/** No longer object is searched. One without its braces reaches an eighth of this in either direction. */
const REACH = 20_000;

/**
 * The innermost object around each of some positions, in one pass over the text. Braces inside strings count as well: that is right for
 * placeholders (`{account}`), and otherwise ends an object too early at worst.
 */
export function objectsAround(dense: DenseText, positions: readonly number[]): ObjectSpan[] {
  if (positions.length === 0) return [];
  const open: number[] = [];
  const starts: number[] = [];
  const ends = new Map<number, number>();
  let next = 0;
  for (let at = 0; at < dense.text.length; at += 1) {
    while (next < positions.length && positions[next] === at) {
      starts.push(open.at(-1) ?? -1);
      next += 1;
    }
    const character = dense.text[at];
    if (character === '{') open.push(at);
    else if (character === '}') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, at + 1);
    }
  }
  return positions.map((position, index) => {
    const start = starts[index] ?? -1;
    const from = start < 0 ? Math.max(position - REACH / 8, positions[index - 1] ?? 0) : start;
    // An object that was cut off, at its beginning or its end, does not go on after an empty line.
    const cutOff = dense.nextSpacing(position, SPACING.paragraph);
    const to = ends.get(start) ?? Math.min(position + REACH / 8, positions[index + 1] ?? dense.text.length, cutOff);
    return {
      from: Math.max(from, position - REACH),
      to: Math.min(to, position + REACH, dense.text.length),
      opened: start >= 0,
    };
  });
}

/** The value of a key in a stretch of text: `"key":"value"`, or `Key: value` as records are posted in chats. */
export function fieldOf(dense: DenseText, span: Pick<ObjectSpan, 'from' | 'to'>, key: string): string | undefined {
  const text = dense.text.slice(span.from, span.to);
  const quoted = text.indexOf(`"${key}":"`);
  if (quoted >= 0) {
    const from = quoted + key.length + 4;
    const end = text.indexOf('"', from);
    return dense.written(span.from + from, span.from + (end < 0 ? text.length : end)) || undefined;
  }
  const plain = dense.lower.slice(span.from, span.to).indexOf(key.toLowerCase());
  const label = plain < 0 ? null : /^["'*`]{0,3}[:=|]["'*`]{0,3}(?=[\w:])/.exec(text.slice(plain + key.length));
  if (label === null) return undefined;
  const from = span.from + plain + key.length + label[0].length;
  const value = /^[\w.:/@+=,-]+/.exec(dense.text.slice(from, dense.nextSpacing(from + 1)));
  return value?.[0].replace(/[,:]+$/, '') || undefined;
}
