import { matchAt } from '../grammar/search.ts';
import { trimValue, valueEnd } from '../grammar/value.ts';
import { SPACING } from '../text/dense-text.ts';
import type { PhraseMatch } from './phrases.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '<': '>' };

/** The value right after a phrase: in quotes or brackets, or up to the next blank. */
export function valueAfter({ dense, to }: PhraseMatch): string | undefined {
  const quote = matchAt(/["'`(]|<(?=arn:)/y, dense.text, to)?.[0];
  if (quote !== undefined) {
    const close = dense.text.slice(to + 1, to + 600).indexOf(CLOSING[quote] ?? quote);
    if (close > 0) return dense.written(to + 1, to + 1 + close) || undefined;
  }
  return trimValue(dense.written(to, valueEnd(dense, to))) || undefined;
}

/** The ARN right after a phrase. */
export function arnAfter(found: PhraseMatch): string | undefined {
  const value = valueAfter(found);
  return value?.startsWith('arn:') ? value : undefined;
}

/** The ARN right before a phrase. */
export function arnBefore({ dense, from }: PhraseMatch): string | undefined {
  const earliest = Math.max(0, from - 300);
  const at = dense.lower.slice(earliest, from).lastIndexOf('arn:');
  if (at < 0) return undefined;
  const start = earliest + at;
  for (let position = start + 1; position < from - 1; position += 1) {
    if (dense.spacingBefore(position) === SPACING.paragraph) return undefined;
  }
  const value = trimValue(dense.written(start, from));
  return /^arn:[^"'`,;]*$/.test(value) ? value : undefined;
}

/** The subject of the sentence: the words right before a phrase, back to a comma, colon, bracket or line break. */
export function subjectBefore({ dense, from }: PhraseMatch): string | undefined {
  let start = from;
  const earliest = Math.max(0, from - 60);
  while (
    start > earliest &&
    dense.spacingBefore(start) < SPACING.break &&
    !/[,:;("'`.\]]/.test(dense.text[start - 1] ?? ':')
  )
    start -= 1;
  return dense.written(start, from) || undefined;
}

/** The name of a service right after a phrase: "Lambda", "AWS Backup", "states.amazonaws.com". */
export function serviceAfter({ dense, to }: Pick<PhraseMatch, 'dense' | 'to'>): string | undefined {
  let end = dense.nextSpacing(to + 1);
  while (/(?:^|[a-z]) ?(?:AWS|Amazon|API|EventBridge)$/.test(dense.written(to, end, ' '))) {
    const next = dense.nextSpacing(end + 1);
    if (dense.spacingBefore(end) === SPACING.paragraph || !/^[A-Z]/.test(dense.text.slice(end, next))) break;
    end = next;
  }
  const name = /^[\w .-]*\w/.exec(trimValue(dense.written(to, end, ' ')))?.[0] ?? '';
  return /^(?:[A-Z]|[a-z0-9.-]+\.amazonaws\.com)/.test(name) ? name : undefined;
}

const AROUND = 2_500;

/** The ARN under a key of the object that the phrase is in: `"IamRoleArn": "arn:…"`. The one before it, else the one behind it. */
export function keyAround({ dense, from, to }: PhraseMatch, key: string): string | undefined {
  const pattern = new RegExp(`${key}["'\\\\]{0,3}[:=]["'\\\\]{0,3}(arn:aws[\\w-]{0,12}:[\\w+=,.@:/-]{5,300})`, 'g');
  const before = [...dense.text.slice(Math.max(0, from - AROUND), from).matchAll(pattern)].at(-1)?.[1];
  return before ?? pattern.exec(dense.text.slice(to, to + AROUND))?.[1];
}
