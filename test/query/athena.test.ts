import { beforeAll, describe, expect, it } from 'vitest';
import { athenaQuery, athenaTable } from '../../src/cli/query/denial-query.ts';
import { asCsv, asResultSet, type Row, runOnRecords } from './athena.ts';
import { type CloudTrailRecord, PERIOD } from './cloudtrail-records.ts';
import { countsIn } from './counts-in.ts';
import { DENIED, OTHERS, TOO_LATE } from './denied-calls.ts';

const TABLE = { table: 'logs.trail' };
const STATEMENT = athenaQuery({ ...PERIOD, ...TABLE });

const run = (records: readonly CloudTrailRecord[]) => runOnRecords(athenaTable(TABLE), STATEMENT, records);
const denied = Object.values(DENIED).flatMap(({ records }) => records);
const asLines = (records: readonly CloudTrailRecord[]) => records.map((record) => JSON.stringify(record)).join('\n');

describe('the statement for Athena, run on records', () => {
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    rows = await run([...OTHERS, ...denied, ...TOO_LATE].toSorted((one, other) => key(one) - key(other)));
  });

  it('has a row for each denial of the period, with the number of its calls, the most frequent first', () => {
    const distinct = Object.values(DENIED).reduce((sum, one) => sum + one.distinct, 0);
    const counts = rows.map(({ denials }) => Number(denials));
    expect(counts).toHaveLength(distinct);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(denied.length);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  });

  it.each([
    ['the CSV that Athena writes', asCsv],
    ['what get-query-results prints', asResultSet],
  ])('is read from %s as the records themselves are: the same denials, as often', (_, print) => {
    const counts = countsIn(print(rows));
    expect(counts).toEqual(countsIn(asLines(denied)));
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(denied.length);
  });
});

describe.each(Object.entries(DENIED))('%s', (_, { distinct, records }) => {
  it('is as many denials in a result as in the records', async () => {
    const rows = await run(records);
    expect(rows).toHaveLength(distinct);
    expect(countsIn(asCsv(rows))).toEqual(countsIn(asLines(records)));
    expect(countsIn(asCsv(rows)).size).toBe(distinct);
  });
});

/** An order in which no two records of a kind are neighbours for long. */
function key(record: CloudTrailRecord): number {
  return (Number.parseInt(String(record['requestID']).slice(-6), 16) * 7_919) % 10_007;
}
