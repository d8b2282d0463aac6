import { matchAt } from '../grammar/search.ts';
import { trimValue, valueEnd } from '../grammar/value.ts';
import { GAP } from '../reading/reading.ts';
import type { Found } from './phrases.ts';

/** The value that begins right behind a phrase: in quotes or brackets, or up to the next blank. */
export function valueAfter({ reading, to }: Found): string | undefined {
  const quote = matchAt(/["'`(]/y, reading.dense, to)?.[0];
  if (quote !== undefined) {
    const close = reading.dense.slice(to + 1, to + 600).indexOf(quote === '(' ? ')' : quote);
    if (close > 0) return reading.written(to + 1, to + 1 + close) || undefined;
  }
  return trimValue(reading.written(to, valueEnd(reading, to))) || undefined;
}

/** The ARN right behind a phrase. */
export function arnAfter(found: Found): string | undefined {
  const value = valueAfter(found);
  return value?.startsWith('arn:') ? value : undefined;
}

/** The ARN right before a phrase. */
export function arnBefore({ reading, from }: Found): string | undefined {
  const earliest = Math.max(0, from - 300);
  const at = reading.lower.slice(earliest, from).lastIndexOf('arn:');
  if (at < 0) return undefined;
  const start = earliest + at;
  for (let position = start + 1; position < from - 1; position += 1) {
    if (reading.gapBefore(position) === GAP.paragraph) return undefined;
  }
  const value = trimValue(reading.written(start, from));
  return /^arn:[^"'`,;]*$/.test(value) ? value : undefined;
}

/** The word or words right before a phrase, up to the last comma, colon, bracket or line break: the subject of the sentence. */
export function subjectBefore({ reading, from }: Found): string | undefined {
  let start = from;
  const earliest = Math.max(0, from - 60);
  while (
    start > earliest &&
    reading.gapBefore(start) < GAP.break &&
    !/[,:;("'`.\]]/.test(reading.dense[start - 1] ?? ':')
  )
    start -= 1;
  return reading.written(start, from) || undefined;
}
