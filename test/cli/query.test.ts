import { describe, expect, it } from 'vitest';
import { athenaQuery, COLUMN_NAMES } from '../../src/cli/query/denial-query.ts';
import { DENIAL_CODES, isDenialCode } from '../../src/parse/grammar/codes.ts';
import { recordOfRow } from '../../src/parse/shapes/cloudtrail/column-names.ts';
import { CALLER, only, RECORD, TARGET } from '../parse/cloudtrail-record.ts';
import { denytrace } from './run-bin.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app';
const PERIOD = ['--since', '2026-01-01', '--until', '2026-01-31'];
const MONTH = { since: '2026-01-01', until: '2026-01-31', table: null };

const RECORDED = {
  ...RECORD,
  eventTime: '2026-01-02T03:04:05Z',
  recipientAccountId: '111122223333',
  sourceIPAddress: '203.0.113.5',
  vpcEndpointId: 'vpce-0123456789abcdef0',
  userAgent: 'aws-cli/2.0',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEAPP:fn',
    arn: CALLER,
    userName: 'fn',
    sessionContext: { sessionIssuer: { type: 'Role', arn: ROLE } },
  },
};

/** The columns of a row by their names, as Athena has them for that record. */
const ROW: Readonly<Record<string, string>> = {
  eventtime: RECORDED.eventTime,
  eventsource: RECORD.eventSource,
  eventname: RECORD.eventName,
  errorcode: RECORD.errorCode,
  errormessage: RECORD.errorMessage,
  awsregion: RECORD.awsRegion,
  recipientaccountid: '111122223333',
  requestid: RECORD.requestID,
  useridentity_type: 'AssumedRole',
  useridentity_arn: CALLER,
  useridentity_principalid: 'AROAEXAMPLEAPP:fn',
  useridentity_username: 'fn',
  useridentity_invokedby: 'lambda.amazonaws.com',
  useridentity_sessioncontext_sessionissuer_type: 'Role',
  useridentity_sessioncontext_sessionissuer_arn: ROLE,
  sourceipaddress: '203.0.113.5',
  vpcendpointid: 'vpce-0123456789abcdef0',
  useragent: 'aws-cli/2.0',
  resources: `[{arn=${TARGET}, accountid=444455556666, type=AWS::IAM::Role}]`,
  requestparameters: JSON.stringify(RECORD.requestParameters),
};

/** As Athena writes its results: every value in quotes, none for NULL. */
function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = ['denials', ...COLUMN_NAMES];
  const line = (values: readonly (string | undefined)[]) =>
    values.map((value) => (value === undefined ? '' : `"${value.replaceAll('"', '""')}"`)).join(',');
  return [line(names), ...rows.map((row) => line(names.map((name) => row[name])))].join('\n');
}

describe('denytrace query athena', () => {
  it('selects what is read of a table, and nothing else', () => {
    expect(Object.keys(ROW)).toEqual(COLUMN_NAMES);
    for (const name of COLUMN_NAMES)
      expect({ name, read: Object.keys(recordOfRow([name], ['x'])).length }).toEqual({ name, read: 1 });
    const statement = athenaQuery(MONTH);
    const [, last = ''] = /\nSELECT\n {2}([\s\S]+?)\nFROM counted\n/.exec(statement) ?? [];
    expect(last.split(/,\s+/)).toEqual(['denials', ...COLUMN_NAMES]);
  });

  it('makes a table that --file reads like the records themselves', async () => {
    const { useridentity_invokedby: _, ...row } = ROW;
    expect(only(csv([{ ...row, denials: '7' }]))).toMatchObject({
      action: 'sts:AssumeRole',
      caller: CALLER,
      calls: 7,
      nearby: expect.arrayContaining([expect.objectContaining({ label: 'resources[].ARN', value: TARGET })]),
      region: 'eu-west-1',
      calledFrom: { address: '203.0.113.5', vpcEndpoint: 'vpce-0123456789abcdef0' },
      sent: { 'aws:PrincipalArn': [ROLE], 'aws:UserAgent': ['aws-cli/2.0'], 'aws:userid': ['AROAEXAMPLEAPP:fn'] },
    });
    const bare = { ...row, eventsource: 's3.amazonaws.com', eventname: 'GetObject', errormessage: 'Access Denied' };
    const rows = ['a', 'b'].map((key) => ({
      ...bare,
      requestid: `request-${key}`,
      resources: '',
      requestparameters: JSON.stringify({ bucketName: 'bucket', key }),
    }));
    const { stdout } = await denytrace(['--no-aws', '--format', 'jsonl'], { input: csv(rows) });
    const denials = stdout.trimEnd().split('\n');
    for (const [index, key] of ['a', 'b'].entries()) expect(denials[index]).toContain(`arn:aws:s3:::bucket/${key}`);
    expect(denials.length).toBe(2);
  });

  it('is one statement without a placeholder, read from the folders of the days', async () => {
    const { code, stdout, stderr } = await denytrace(['query', 'athena', ...PERIOD, '--table', 'logs.trail_1']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/[;`]|<[A-Z]/);
    expect(stdout).toContain('FROM "logs"."trail_1"\n');
    expect(stdout).toContain(`"timestamp" BETWEEN '2026/01/01' AND '2026/01/31'`);
    expect(stdout.split("'").length % 2).toBe(1);
    expect(stdout.split('(').length).toBe(stdout.split(')').length);
  });

  it('leaves a placeholder for a day that is not given', async () => {
    const { stdout } = await denytrace(['query', 'athena']);
    expect(stdout).toContain(`BETWEEN '<SINCE: YYYY/MM/DD>' AND '<UNTIL: YYYY/MM/DD>'`);
  });

  it('finds the codes of all denials, and of no other error', () => {
    const [, pattern = ''] = /regexp_like\(errorcode, '\(\?i\)([^']+)'\)/.exec(athenaQuery(MONTH)) ?? [];
    const codes = new RegExp(pattern, 'i');
    const denied = [...DENIAL_CODES, 'AccessDeniedException', 'Client.UnauthorizedOperation', 'VpceAccessDenied'];
    expect(denied.filter((code) => !codes.test(code) || !isDenialCode(code))).toEqual([]);
    expect(['NoSuchKey', 'ThrottlingException', 'ValidationException'].filter((code) => codes.test(code))).toEqual([]);
  });

  it('creates the table that it reads', async () => {
    const { code, stdout } = await denytrace(['query', 'athena', '--create-table', '--table', 'logs.trail_1']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^CREATE EXTERNAL TABLE IF NOT EXISTS `logs`\.`trail_1` \(\n/);
    expect(stdout).toMatch(/\/AWSLogs\/<ACCOUNT_ID>\/CloudTrail\/<REGION>\/\$\{timestamp\}'/);
    const columns = COLUMN_NAMES.map((name) => name.split('_').at(-1) ?? '');
    expect(columns.filter((column) => !new RegExp(`\\b${column}:? [A-Z]`).test(stdout))).toEqual([]);
    expect(stdout.split('<').length).toBe(stdout.split('>').length);
  });
});

describe('denytrace query cloudwatch-insights', () => {
  it('asks for whole records, which are read from its CSV', async () => {
    const { code, stdout } = await denytrace(['query', 'cloudwatch-insights', ...PERIOD]);
    expect(code).toBe(0);
    expect(stdout).toContain('# Time range (UTC): 2026-01-01 00:00:00 to 2026-01-31 23:59:59\n');
    const [, record] = /latest\(@message\) as (\w+)/.exec(stdout) ?? [];
    const header = `caller,eventSource,eventName,errorCode,denials,${record}`;
    const cell = `"${JSON.stringify(RECORDED).replaceAll('"', '""')}"`;
    const table = `${header}\n${ROLE},${RECORD.eventSource},${RECORD.eventName},${RECORD.errorCode},3,${cell}`;
    expect(only(table)).toEqual({ ...only(`\n${JSON.stringify(RECORDED)}`), calls: 3 });
  });
});

describe('denytrace query', () => {
  it.each([
    [['athena', '--since', "2026-01-01' OR '1'='1"], 'YYYY-MM-DD'],
    [['athena', '--until', '2026-02-30'], 'YYYY-MM-DD'],
    [['athena', '--table', 'a"; DROP TABLE b'], 'database.table'],
    [['athena', '--table', 'a.b.c'], 'database.table'],
    [['athena', '--since', '2026-02-01', '--until', '2026-01-31'], 'is after'],
    [['cloudwatch-insights', '--table', 'a'], 'are for athena'],
    [['athna'], 'did you mean athena?'],
    [['insights'], 'cloudwatch-insights'],
  ])('refuses %o', async (args, sentence) => {
    const { code, stdout, stderr } = await denytrace(['query', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});
