import type { NumberedLine } from '../../text/clean-lines.ts';
import { isHeader, recordOfRow } from './column-names.ts';

/** No header is longer, as a line or as the first row of a table in JSON. */
export const LONGEST_HEADER = 8_192;
/** Lines that are much longer are cut before they are read; then the first columns of a row say what they can. */
const LONG_ROW = 15_000;
/** No table of events has more columns. */
const MOST_COLUMNS = 64;

/** The columns of a whole text that is a table of CloudTrail events. */
export interface Header {
  readonly names: readonly string[];
  /** Of a table in JSON no line is a row. */
  readonly isJson: boolean;
}

/** The header with which a text begins; undefined for a text that is no table. */
export function headerAtStart(start: string): Header | undefined {
  const names = headerOf(/^.*/.exec(start)?.[0] ?? '');
  if (names !== undefined) return { names, isJson: false };
  const inJson = headerInJson(start);
  return inJson === undefined ? undefined : { names: inJson, isJson: true };
}

/** The first row of `get-query-results` of Athena has the names of the columns. */
function headerInJson(start: string): readonly string[] | undefined {
  const [, cells = ''] = /"Data":\s{0,40}\[([^\]]{0,8192})\]/.exec(start) ?? [];
  const names = [...cells.matchAll(/"VarCharValue":\s{0,40}"([^"\\]{1,80})"/g)].map(([, name = '']) => name);
  return isHeader(names) ? names : undefined;
}

/** The columns of a table of CloudTrail events, as Athena, CloudTrail Lake and the event history of the console export it; undefined for any other line. */
function headerOf(line: string): readonly string[] | undefined {
  if (line.length > LONGEST_HEADER || !/error.?code/i.test(line)) return undefined;
  const names = valuesOf(line.trim(), MOST_COLUMNS);
  return names.length > 1 && isHeader(names) ? names : undefined;
}

/**
 * Each row of a table of CloudTrail events as the record that it was made of, so that it is read like one. Other lines stay as they are.
 * `header` is that of the whole table, where these lines are a part of it.
 */
export function rowsAsRecords<T extends NumberedLine>(lines: readonly T[], header?: readonly string[]): readonly T[] {
  let columns = header;
  return lines.map((line) => {
    const own = headerOf(line.text);
    if (own !== undefined) columns = own;
    if (own !== undefined || columns === undefined) return line;
    const record = recordOf(columns, line.text.trim());
    return record === undefined ? line : { ...line, text: record };
  });
}

function recordOf(columns: readonly string[], row: string): string | undefined {
  const values = valuesOf(row, MOST_COLUMNS);
  const isCut = values.length < columns.length && row.length >= LONG_ROW;
  return values.length === columns.length || isCut ? JSON.stringify(recordOfRow(columns, values)) : undefined;
}

/** The values of a row, separated by commas or tabs, in quotes or not. https://datatracker.ietf.org/doc/html/rfc4180 */
function valuesOf(row: string, most: number): readonly string[] {
  const separator = row.includes('\t') ? '\t' : ',';
  const values: string[] = [];
  let at = 0;
  while (at <= row.length && values.length <= most) {
    if (row[at] === '"') {
      const end = closingQuote(row, at + 1);
      values.push(row.slice(at + 1, end).replaceAll('""', '"'));
      at = row.indexOf(separator, end);
    } else {
      const next = row.indexOf(separator, at);
      values.push(row.slice(at, next < 0 ? row.length : next).trim());
      at = next;
    }
    if (at < 0) break;
    at += 1;
  }
  return values;
}

function closingQuote(row: string, from: number): number {
  let end = row.indexOf('"', from);
  while (end >= 0 && row[end + 1] === '"') end = row.indexOf('"', end + 2);
  return end < 0 ? row.length : end;
}
