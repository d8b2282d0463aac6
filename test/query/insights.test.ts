import { describe, expect, it } from 'vitest';
import { insightsQuery } from '../../src/cli/query/denial-query.ts';
import { type CloudTrailRecord, PERIOD } from './cloudtrail-records.ts';
import { countsIn } from './counts-in.ts';
import { DENIED, OTHERS } from './denied-calls.ts';
import { asExportedCsv, asExportedJson, asQueryResults, runInsights } from './insights.ts';

const QUERY = insightsQuery(PERIOD);
const asLines = (records: readonly CloudTrailRecord[]) => records.map((record) => JSON.stringify(record)).join('\n');
const denied = Object.values(DENIED).flatMap(({ records }) => records);

describe('the query for Logs Insights, as AWS documents its commands', () => {
  const rows = runInsights(QUERY, [...OTHERS, ...denied]);

  it('has a row for each denial, with the number of its calls, the most frequent first', () => {
    const distinct = Object.values(DENIED).reduce((sum, one) => sum + one.distinct, 0);
    const counts = rows.map(({ denials }) => Number(denials));
    expect(counts).toHaveLength(distinct);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(denied.length);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  });

  it.each([
    ['CSV of the console', asExportedCsv],
    ['JSON of the console', asExportedJson],
    ['what get-query-results prints', asQueryResults],
  ])('is read from the %s as the records themselves are: the same denials, as often', (_, print) => {
    expect(countsIn(print(rows))).toEqual(countsIn(asLines(denied)));
  });
});

describe.each(Object.entries(DENIED))('%s', (_, { distinct, records }) => {
  it('is as many denials in a result as in the records', () => {
    const rows = runInsights(QUERY, records);
    expect(rows).toHaveLength(distinct);
    expect(countsIn(asExportedCsv(rows))).toEqual(countsIn(asLines(records)));
  });
});
