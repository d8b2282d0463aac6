import { describe, expect, it } from 'vitest';
import { createDenialScanner } from '../../src/parse/denial-scanner.ts';
import { denytrace } from '../cli/run-bin.ts';
import { asCsv, asResultSet, type Row } from './athena.ts';
import { asExportedCsv, asExportedJson, asQueryResults, type InsightsRow } from './insights.ts';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/s-1';
const table = (name: string) => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`;
const sentence = (name: string) =>
  `User: ${SESSION} is not authorized to perform: dynamodb:PutItem on resource: ${table(name)}`;

/** A row in the result of a query for Athena, about so many calls. */
const row = (name: string, denials: number): Row => ({
  denials,
  eventtime: '2026-01-02T03:04:05Z',
  eventsource: 'dynamodb.amazonaws.com',
  eventname: 'PutItem',
  errorcode: 'AccessDenied',
  errormessage: sentence(name),
  awsregion: 'eu-west-1',
  useridentity_arn: SESSION,
  vpcendpointid: null,
  requestparameters: JSON.stringify({ tableName: name }),
});

/** The same as a row in the result of a query for Logs Insights. */
const record = (name: string, denials: number): InsightsRow => ({
  caller: 'arn:aws:sts::111122223333:assumed-role/app',
  eventName: 'PutItem',
  errorCode: 'AccessDenied',
  denials: String(denials),
  record: JSON.stringify({
    eventVersion: '1.11',
    userIdentity: { type: 'AssumedRole', arn: SESSION },
    eventSource: 'dynamodb.amazonaws.com',
    eventName: 'PutItem',
    awsRegion: 'eu-west-1',
    errorCode: 'AccessDenied',
    errorMessage: sentence(name),
    requestParameters: { tableName: name, count: 3, message: { count: '4' } },
    responseElements: null,
  }),
});

const FORMS: Readonly<Record<string, (counts: readonly (readonly [name: string, denials: number])[]) => string>> = {
  'CSV of Athena': (counts) => asCsv(counts.map(([name, denials]) => row(name, denials))),
  'get-query-results of Athena': (counts) => asResultSet(counts.map(([name, denials]) => row(name, denials))),
  'rows as JSON, one a line': (counts) =>
    counts.map(([name, denials]) => JSON.stringify(row(name, denials))).join('\n'),
  'CSV of Logs Insights': (counts) => asExportedCsv(counts.map(([name, denials]) => record(name, denials))),
  'JSON of Logs Insights': (counts) => asExportedJson(counts.map(([name, denials]) => record(name, denials))),
  'get-query-results of Logs Insights': (counts) =>
    asQueryResults(counts.map(([name, denials]) => record(name, denials))),
};

function countsOf(text: string) {
  const scanner = createDenialScanner();
  scanner.push(Buffer.from(text));
  return scanner.end().denials.map(({ denial, count }) => [denial.resource, count] as const);
}

describe.each(Object.entries(FORMS))('%s', (_, print) => {
  it('counts the calls that a row is about, and adds those of rows that are about the same denial', () => {
    const text = print([
      ['orders', 100],
      ['carts', 1],
      ['orders', 20],
    ]);
    expect(countsOf(text)).toEqual([
      [table('orders'), 120],
      [table('carts'), 1],
    ]);
  });

  it('counts them in a result of any size', () => {
    const some = (length: number) => Array.from({ length }, (_, index) => [`t-${index}`, 1 + (index % 97)] as const);
    // What is larger than 256 KiB is read in parts.
    const counts = some(Math.ceil((280_000 / print(some(100)).length) * 100));
    const text = print(counts);
    expect(text.length).toBeGreaterThan(256 * 1024);
    expect(countsOf(text)).toEqual(counts.map(([name, count]) => [table(name), count]));
  });
});

describe('a number of calls', () => {
  it.each(['count', 'count(*)', 'Calls', 'event_count', 'occurrences'])(
    'may be in a column that is called %s',
    (name) => {
      const { denials, ...rest } = row('orders', 7);
      expect(countsOf(asCsv([{ ...rest, [name]: denials ?? null }]))).toEqual([[table('orders'), 7]]);
    },
  );

  it.each(['0', '-3', '1e9', '12345678901234567890', 'many', ''])('%j is none: the row is one call', (value) => {
    expect(countsOf(asCsv([{ ...row('orders', 1), denials: value }]))).toEqual([[table('orders'), 1]]);
  });

  it('in the parameters of a call is not one of calls', () => {
    expect(countsOf(record('orders', 1)['record'] ?? '')).toEqual([[table('orders'), 1]]);
  });
});

describe('a result of five rows with a hundred calls each', () => {
  const text = asCsv(['a', 'b', 'c', 'd', 'e'].map((name) => row(name, 100)));
  const run = (...args: readonly string[]) => denytrace(['--no-aws', ...args], { input: text });

  it('is five denials, each with its count, in JSON and in its lines', async () => {
    const json: { readonly diagnoses: readonly { readonly count: number }[] } = JSON.parse(
      (await run('--format', 'json')).stdout,
    );
    expect(json.diagnoses.map(({ count }) => count)).toEqual([100, 100, 100, 100, 100]);
    const lines = (await run('--format', 'jsonl')).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).count)).toEqual([100, 100, 100, 100, 100]);
  });

  it('is 500 denials in the overview, and each row has its count and its line', async () => {
    const { stdout } = await run();
    expect(stdout).toContain('500 denials in 5 groups');
    expect(stdout.match(/ 100× /g)).toHaveLength(5);
    expect(stdout).toContain('dynamodb:PutItem  denied  ×100, line 2\n');
    const quiet = (await run('-q')).stdout.trimEnd().split('\n');
    expect(quiet.map((line) => /×100, line (\d)/.exec(line)?.[1])).toEqual(['2', '3', '4', '5', '6']);
  });
});
