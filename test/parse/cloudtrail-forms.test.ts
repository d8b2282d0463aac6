import { describe, expect, it } from 'vitest';
import { createDenialScanner } from '../../src/parse/denial-scanner.ts';
import { CANARY, SPELLINGS } from '../secrets/planted.ts';
import { CALLER, only, RECORD, TARGET } from './cloudtrail-record.ts';

const ADDRESS = '203.0.113.5';
const EVENT = { ...RECORD, sourceIPAddress: ADDRESS };
const PLAIN = {
  eventsource: RECORD.eventSource,
  eventname: RECORD.eventName,
  awsregion: RECORD.awsRegion,
  errorcode: RECORD.errorCode,
  errormessage: RECORD.errorMessage,
  requestid: RECORD.requestID,
  sourceipaddress: ADDRESS,
} as const;
const STRUCT = `{type=AssumedRole, principalid=AROAEXAMPLEAPP:fn, arn=${CALLER}, accountid=111122223333, invokedby=null}`;
const ROW = { ...PLAIN, useridentity: STRUCT, requestparameters: JSON.stringify(RECORD.requestParameters) };

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
const table = (separator: string, mark: (value: string) => string) =>
  [Object.keys(ROW), Object.values(ROW)].map((row) => row.map(mark).join(separator)).join('\n');
const cells = (values: readonly string[]) => ({ Data: values.map((value) => ({ VarCharValue: value })) });

const FORMS: Readonly<Record<string, string>> = {
  'a record': JSON.stringify(EVENT),
  'a record on many lines': JSON.stringify(EVENT, null, 2),
  'an event of EventBridge': JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', detail: EVENT }),
  'what lookup-events prints': JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(EVENT) }] }, null, 2),
  'CSV of Athena': table(',', quoted),
  'a table with tabs': table('\t', (value) => value),
  'get-query-results of Athena': JSON.stringify(
    { ResultSet: { Rows: [cells(Object.keys(ROW)), cells(Object.values(ROW))] } },
    null,
    2,
  ),
  'get-query-results of CloudTrail Lake': JSON.stringify({
    QueryResultRows: [
      [
        { eventSource: RECORD.eventSource },
        { eventName: RECORD.eventName },
        { errorCode: RECORD.errorCode },
        { errorMessage: RECORD.errorMessage },
        { awsRegion: RECORD.awsRegion },
        { requestID: RECORD.requestID },
        { sourceIPAddress: ADDRESS },
        { userIdentity: STRUCT },
        { requestParameters: `{roleArn=${TARGET}, roleSessionName=s, externalId=shop}` },
      ],
    ],
  }),
};

describe('a CloudTrail event', () => {
  it.each(Object.keys(FORMS))('is read with its request from %s', (form) => {
    expect(only(FORMS[form] ?? '')).toMatchObject({
      code: 'AccessDenied',
      operation: 'AssumeRole',
      action: 'sts:AssumeRole',
      caller: CALLER,
      region: 'eu-west-1',
      requestId: RECORD.requestID,
      resource: null,
      calledFrom: { address: ADDRESS, vpcEndpoint: null },
      nearby: [{ value: TARGET, line: null }],
      sent: {
        'aws:userid': ['AROAEXAMPLEAPP:fn'],
        'sts:ExternalId': ['shop'],
        'sts:RoleSessionName': ['s'],
      },
    });
  });

  it('is read from a table too large to be parsed as a whole, whose columns only its first line names', () => {
    const [header = '', row = ''] = table(',', quoted).split('\n');
    const other = row
      .replace('AccessDenied', '')
      .replace('An unknown error occurred', '')
      .replace('6b1f8c0e', '00000000');
    const lines = [header, ...Array.from({ length: 2_000 }, () => other), row, ''];
    const scanner = createDenialScanner();
    scanner.push(Buffer.from(lines.join('\n')));
    const { denials } = scanner.end();
    expect(denials.map(({ denial }) => denial)).toMatchObject([{ caller: CALLER, lines: [2_002, 2_002] }]);
  });
});

describe('a service in eventSource', () => {
  it.each([
    ['sts.amazonaws.com', 'sts:UnlistedCall'],
    ['monitoring.amazonaws.com', 'cloudwatch:UnlistedCall'],
    ['license-manager.amazonaws.com', 'license-manager:UnlistedCall'],
    ['STS.AMAZONAWS.COM.CN', 'sts:UnlistedCall'],
    ['sts', null],
    ['sts.amazonaws.co', null],
    ['sts.amazonaws.com.example', null],
    ['a=b.amazonaws.com', null],
    ['a--b.amazonaws.com', null],
    ['a b.amazonaws.com', null],
  ])('%s makes the action %s', (eventSource, action) => {
    expect(only(JSON.stringify({ ...RECORD, eventSource, eventName: 'UnlistedCall' })).action).toBe(action);
  });

  it.each(SPELLINGS)('is no part of a secret: %s', (spelling) => {
    const secret = spelling.replaceAll('%', CANARY);
    for (const eventSource of [secret, `${secret}.amazonaws.com`, `sts ${secret}.amazonaws.com`]) {
      const { action, service } = only(JSON.stringify({ ...RECORD, eventSource }));
      expect([action, service]).toEqual(['sts:AssumeRole', undefined]);
    }
  });
});
