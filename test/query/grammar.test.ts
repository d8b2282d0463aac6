import { describe, expect, it } from 'vitest';
import { athenaQuery, athenaTable } from '../../src/cli/query/denial-query.ts';
import { loadGrammars } from './grammars.ts';

/**
 * Athena's engine is Trino, and its statements about tables are Hive's.
 * https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
 */
const { TrinoSQL, HiveSQL } = loadGrammars();
const GRAMMARS = { query: new TrinoSQL(), table: new HiveSQL() };

const errorsIn = (grammar: keyof typeof GRAMMARS, statement: string) =>
  GRAMMARS[grammar].validate(statement).map(({ message }) => message);

const QUERIES = {
  'of a period': athenaQuery({ since: '2026-01-01', until: '2026-01-31', table: 'logs.trail_1' }),
  'with placeholders': athenaQuery({ since: null, until: null, table: null }),
};
const TABLES = {
  'of a database': athenaTable({ table: 'logs.trail_1' }),
  'with the name in AWS’s page': athenaTable({ table: null }),
};

describe('the statements for Athena', () => {
  it.each(Object.entries(QUERIES))('the query is Trino’s SQL: %s', (_, statement) => {
    expect(errorsIn('query', statement)).toEqual([]);
    expect(GRAMMARS.query.splitSQLByStatement(statement)).toHaveLength(1);
  });

  it.each(Object.entries(TABLES))('the table is Hive’s: %s', (_, statement) => {
    expect(errorsIn('table', statement)).toEqual([]);
    expect(GRAMMARS.table.splitSQLByStatement(statement)).toHaveLength(1);
  });

  it.each([
    ['query', 'of a period', /\bFROM denied\n/, 'FROM\n'],
    ['query', 'of a period', /, NULL\)/, ', NULL'],
    ['query', 'of a period', /ORDER BY denials/, 'ORDER denials'],
    ['table', 'of a database', /STRUCT</, 'STRUCT('],
    ['table', 'of a database', /PARTITIONED BY/, 'PARTITION BY'],
    ['table', 'of a database', /, 'true'|='true'/, '=true,,'],
  ] as const)('a mistake in the %s is found: %s, %s', (grammar, name, right, wrong) => {
    const statement = Object.entries({ ...QUERIES, ...TABLES }).find(([key]) => key === name)?.[1] ?? '';
    expect(statement).toMatch(right);
    expect(errorsIn(grammar, statement.replace(right, wrong))).not.toEqual([]);
  });
});
