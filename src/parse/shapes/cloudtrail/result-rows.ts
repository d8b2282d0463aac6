import { positionsOf } from '../../grammar/search.ts';
import type { DenseText } from '../../text/dense-text.ts';
import {
  isFields,
  type ObjectFields,
  type ObjectValue,
  readList,
  readObject,
  valueAt,
} from '../../text/read-object.ts';
import type { ObjectSpan } from '../objects.ts';
import { isHeader, isRow, recordOfRow } from './column-names.ts';
import { recordInRow, rowWithRecord } from './insights-rows.ts';

const LONGEST_FIELD = 120;
const LONGEST_ROW = 8_000;

/** A record that was a row in the result of a query, at [from, to). */
export interface RecordedRow {
  readonly from: number;
  readonly to: number;
  readonly record: ObjectFields;
}

/** The row that a record, or one field of it, is a part of: all of it is the record. */
export function rowAround(dense: DenseText, span: ObjectSpan): ObjectSpan {
  return rowWithRecord(dense, span) ?? lakeRow(dense, span);
}

/** A row of `get-query-results` of CloudTrail Lake is a list of objects with one key each. */
function lakeRow(dense: DenseText, span: ObjectSpan): ObjectSpan {
  if (!span.opened || span.to - span.from > LONGEST_FIELD || !/[[,]/.test(dense.text[span.from - 1] ?? '')) return span;
  const earliest = Math.max(0, span.from - LONGEST_ROW);
  const before = dense.text.slice(earliest, span.from + 2).lastIndexOf('[{"');
  const after = dense.text.slice(span.to - 1, span.to + LONGEST_ROW).indexOf('}]');
  return before < 0 || after < 0 ? span : { ...span, from: earliest + before, to: span.to - 1 + after + 2 };
}

/** The fields of a record: as it is, in one cell of a row, or as the cells of a row. */
export function recordIn(dense: DenseText, span: Pick<ObjectSpan, 'from' | 'to'>): ObjectFields {
  return recordInRow(dense, span) ?? recordOfCells(dense, span);
}

function recordOfCells(dense: DenseText, { from, to }: Pick<ObjectSpan, 'from' | 'to'>): ObjectFields {
  if (dense.text[from] !== '[') {
    const fields = readObject(dense, from, to);
    const names = Object.keys(fields);
    return isRow(names) ? recordOfRow(names, Object.values(fields)) : fields;
  }
  const cells = readList(dense, from, to).filter(isFields);
  const entries = cells.flatMap((cell) => Object.entries(cell));
  return recordOfRow(
    entries.map(([name]) => name),
    entries.map(([, value]) => value),
  );
}

/** The rows of `get-query-results` of Athena: `{ "Data": [{ "VarCharValue": "…" }, …] }`, of which the first one in a whole text has the names of the columns. */
export function* athenaRows(dense: DenseText, columns: readonly string[] = []): Generator<RecordedRow> {
  const starts = [...positionsOf(dense.text, '{"Data":[{"VarCharValue"')];
  let names = columns;
  for (const [index, from] of starts.entries()) {
    const to = Math.min(starts[index + 1] ?? dense.text.length, from + 4 * LONGEST_ROW);
    const values = cellsOf(dense, from, to);
    const texts = values.map((value) => (typeof value === 'string' ? value : ''));
    if (isHeader(texts)) names = texts;
    else yield { from, to, record: recordOfRow(names, values) };
  }
}

/** The values of a row. Of one that is cut, or has a cell that is no whole object, the cells are read one by one. */
function cellsOf(dense: DenseText, from: number, to: number): readonly ObjectValue[] {
  const whole = valueAt(readObject(dense, from, to), 'Data');
  if (Array.isArray(whole)) return whole.map((cell) => (isFields(cell) && valueAt(cell, 'VarCharValue')) || '');
  const starts = [...dense.text.slice(from, to).matchAll(/(?<=[[,])(?:\{\}(?=[,\]])|\{"VarCharValue":")/g)];
  return starts.map(({ index }, number) => {
    const cell = readObject(dense, from + index, from + (starts[number + 1]?.index ?? to - from));
    return valueAt(cell, 'VarCharValue') ?? '';
  });
}
