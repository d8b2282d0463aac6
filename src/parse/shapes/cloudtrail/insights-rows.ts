import type { DenseText } from '../../text/dense-text.ts';
import { type ObjectFields, readObject, textAt } from '../../text/read-object.ts';
import type { ObjectSpan } from '../objects.ts';
import { CALLS, isWhole, pathOfColumn } from './column-names.ts';

type Span = Pick<ObjectSpan, 'from' | 'to'>;

/** How a row begins in `get-query-results` of CloudWatch Logs, and how a cell begins that is an object. */
const ROW = '[{"field":"';
const CELL = '"value":"';
/** No further is looked for either end of a row. */
const LONGEST_ROW = 32_000;

/** A field that holds an object, as `"record":{`, `"record":"{` or `"field":"record","value":"{`. */
const HOLDER = /"(@?\w{1,60})"(?:,"value")?:"?(?=\{)/g;
/** A field that holds a number, in the same forms. */
const NUMBER = /"([\w()*@.]{1,60})"(?:,"value")?:"?(\d{1,12})"?[,}]/g;

/**
 * The row of `get-query-results` of CloudWatch Logs that has a record in one of its cells, `[{ "field": "denials", "value": "3" },
 * { "field": "record", "value": "{…}" }]`: what the other cells repeat belongs to the record. Undefined for any other record.
 */
export function rowWithRecord({ text }: DenseText, span: ObjectSpan): ObjectSpan | undefined {
  if (!span.opened || !text.startsWith(CELL, span.from - CELL.length)) return undefined;
  const earliest = Math.max(0, span.from - LONGEST_ROW);
  const before = text.slice(earliest, span.from).lastIndexOf(ROW);
  const after = text.slice(span.to, span.to + LONGEST_ROW).indexOf(ROW);
  if (before < 0) return undefined;
  return { ...span, from: earliest + before, to: after < 0 ? span.to : span.to + after };
}

/**
 * The record that a row of Logs Insights has in one of its cells, and how many calls it is for; undefined for what is a record itself. Other
 * cells may have any text, which is why the row is not read as a whole.
 */
export function recordInRow(dense: DenseText, { from, to }: Span): ObjectFields | undefined {
  const text = dense.text.slice(from, to);
  const holder = firstMatch(HOLDER, text, ([, name = '']) => name === 'userIdentity' || isWhole(name));
  if (holder === undefined || holder[1] === 'userIdentity') return undefined;
  const start = holder.index + holder[0].length;
  const end = closingBrace(text, start);
  const record = readObject(dense, from + start, from + end);
  if (textAt(record, 'errorCode') === undefined) return undefined;
  const isCount = ([, name = '']: RegExpExecArray) => pathOfColumn(name) === CALLS;
  const count = firstMatch(NUMBER, text.slice(0, start), isCount) ?? firstMatch(NUMBER, text.slice(end), isCount);
  return count?.[2] === undefined ? record : { ...record, [CALLS]: count[2] };
}

function firstMatch(
  pattern: RegExp,
  text: string,
  fits: (match: RegExpExecArray) => boolean,
): RegExpExecArray | undefined {
  for (const match of text.matchAll(pattern)) if (fits(match)) return match;
  return undefined;
}

/** Behind the brace that closes the one at `start`; the end of the text if none does. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
