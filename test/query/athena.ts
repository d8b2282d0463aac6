import { DuckDBInstance, type Json } from '@duckdb/node-api';
import type { CloudTrailRecord } from './cloudtrail-records.ts';

/** What Athena calls something else, or does in another way, than DuckDB. https://trino.io/docs/current/functions/regexp.html */
const AS_ATHENA = [
  'CREATE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)',
  "CREATE MACRO regexp_replace(text, pattern, replacement) AS system.main.regexp_replace(text, pattern, replacement, 'g')",
];

/** A column type of Hive: a text, or what holds others. */
type Type =
  | { readonly of: 'text' }
  | { readonly of: 'map' }
  | { readonly of: 'list'; readonly item: Type }
  | { readonly of: 'struct'; readonly fields: readonly Column[] };
type Column = readonly [name: string, type: Type];

/** A row of a result, by the names of its columns. */
export type Row = Readonly<Record<string, Json>>;

/**
 * Runs a statement of Athena on records in a table that a printed statement creates, `"logs"."trail"`, as Athena does: each record lies in
 * the partition of the day on which it was delivered, its keys are matched without regard to case, and an object under a column that is a
 * text stays JSON.
 */
export async function runOnRecords(
  ddl: string,
  statement: string,
  records: readonly CloudTrailRecord[],
): Promise<readonly Row[]> {
  const columns = columnsOf(ddl);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run('CREATE SCHEMA logs');
    for (const macro of AS_ATHENA) await connection.run(macro);
    const declared = columns.map(([name, type]) => `"${name}" ${typeName(type)}`).join(', ');
    await connection.run(`CREATE TABLE logs.trail (${declared}, "timestamp" VARCHAR)`);
    const rows = records.map((record) => {
      const day = String(record['eventTime']).slice(0, 10).replaceAll('-', '/');
      return { ...lowerFields(columns, record), timestamp: day };
    });
    const shape = `[{${[...columns.map(structureOf), '"timestamp":"VARCHAR"'].join(',')}}]`;
    await connection.run('INSERT INTO logs.trail SELECT row.* FROM (SELECT unnest(from_json($1, $2)) AS row)', [
      JSON.stringify(rows),
      shape,
    ]);
    return (await connection.runAndReadAll(statement)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The names and types between the first parentheses of a CREATE TABLE of Hive. */
function columnsOf(ddl: string): readonly Column[] {
  const [, columns = ''] = /\(\n([\s\S]*?)\n\)\nPARTITIONED BY/.exec(ddl) ?? [];
  return parts(columns).map((column) => columnOf(column, /\s+/));
}

function columnOf(text: string, separator: RegExp): Column {
  const [name = ''] = text.trim().split(separator, 1);
  return [
    name,
    typeOf(
      text
        .trim()
        .slice(name.length)
        .replace(/^[\s:]+/, ''),
    ),
  ];
}

function typeOf(text: string): Type {
  const [, outer = '', inner = ''] = /^(\w+)\s*(?:<([\s\S]*)>)?$/.exec(text.trim()) ?? [];
  if (outer === 'STRUCT') return { of: 'struct', fields: parts(inner).map((field) => columnOf(field, /:/)) };
  if (outer === 'ARRAY') return { of: 'list', item: typeOf(inner) };
  if (outer === 'MAP' || outer === 'STRING') return { of: outer === 'MAP' ? 'map' : 'text' };
  throw new Error(`no type of this table: ${text}`);
}

/** What commas separate, but for those inside of angle brackets. */
function parts(text: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '<') depth += 1;
    if (character === '>') depth -= 1;
    if (character === ',' && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found;
}

function typeName(type: Type): string {
  if (type.of === 'text') return 'VARCHAR';
  if (type.of === 'map') return 'MAP(VARCHAR, VARCHAR)';
  if (type.of === 'list') return `${typeName(type.item)}[]`;
  return `STRUCT(${type.fields.map(([name, field]) => `"${name}" ${typeName(field)}`).join(', ')})`;
}

/** A column in the notation that from_json takes. */
function structureOf([name, type]: Column): string {
  const structure = (one: Type): string => {
    if (one.of === 'list') return `[${structure(one.item)}]`;
    return one.of === 'struct' ? `{${one.fields.map(structureOf).join(',')}}` : `"${typeName(one)}"`;
  };
  return `"${name}":${structure(type)}`;
}

function lowerFields(fields: readonly Column[], value: object): Record<string, unknown> {
  const byName = new Map(Object.entries(value).map(([key, own]) => [key.toLowerCase(), own]));
  return Object.fromEntries(fields.map(([name, type]) => [name, lowered(type, byName.get(name))]));
}

function lowered(type: Type, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type.of === 'text') return typeof value === 'string' ? value : JSON.stringify(value);
  if (type.of === 'list') return Array.isArray(value) ? value.map((item) => lowered(type.item, item)) : null;
  return type.of === 'struct' && typeof value === 'object' ? lowerFields(type.fields, value) : value;
}

/**
 * A result as Athena writes it to a file: each value in quotes, nothing for NULL, and what is no text as Trino casts it to one.
 * https://docs.aws.amazon.com/athena/latest/ug/querying.html
 */
export function asCsv(rows: readonly Row[]): string {
  const line = (values: readonly Json[]) =>
    values.map((value) => (value === null ? '' : `"${asText(value).replaceAll('"', '""')}"`)).join(',');
  return [line(Object.keys(rows[0] ?? {})), ...rows.map((row) => line(Object.values(row)))].join('\n');
}

/** The same as `aws athena get-query-results` prints it. */
export function asResultSet(rows: readonly Row[]): string {
  const cells = (values: readonly Json[]) => ({
    Data: values.map((value) => (value === null ? {} : { VarCharValue: asText(value) })),
  });
  const Rows = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(cells);
  return JSON.stringify({ ResultSet: { Rows, ResultSetMetadata: { ColumnInfo: [] } }, UpdateCount: 0 }, null, 4);
}

/** `[{arn=…, accountid=null, type=…}]` */
function asText(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(asText).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([key, own]) => `${key}=${asText(own)}`)
    .join(', ')}}`;
}
