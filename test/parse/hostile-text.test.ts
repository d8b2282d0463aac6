import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { LONG, runs } from '../effort.ts';
import { inventedTexts } from './fixture-texts.ts';

/** Whatever a shape or a normalisation looks for, without end. */
const REPEATED = [
  ...[
    'error: role arn:aws:iam::1:role/x cannot perform s3:GetObject on arn:aws:s3:::b ',
    'failed: requires the s3:GetObject permission ',
    'does not have s3:GetObject permission ',
    'cannot perform s3:Get\n',
    'Not authorized to access topics: [a] aws_msk_iam ',
    'Topic authorization failed aws_msk_iam ',
    'credentials source used for IAM authentication: mount.nfs4: access denied by server ',
    'User is not authorized to access connection arn:',
    'User does not have permissions for the requested resource .aoss.amazonaws.com ',
    'Access Denied for bucket: x. Please check ',
    'invocation failed with error from Lambda. Not allowed to invoke ',
    'Following required service principals [a.b ',
  ],
  ...[
    'const x = "Unable to validate the following destination configurations',
    'Contains(err, "could not access model data at ',
    'you see "such as "Insufficient delivery policy to s3 bucket ',
    "e.g., when the S3 URI that you provided can't be accessed ",
    ".rejects({ name: 'AccessDenied' ",
    'job\tstep\t2026-01-01T0 ',
  ],
  ...[
    'Service returned error code AccessDenied, Error type: Client, Protocol response: HTTP 403 ',
    'response part: Parts { status: 403, "server": "AmazonS3" ',
    'response error StatusCode: 403, RequestID: a, HostID: b\n',
    'operation error S3: GetObject, StatusCode: 403, AccessDenied: ',
    '"errorCode":"S3.AccessDenied","deliverystream":',
    'GetObject オペレーションを呼び出す際に、クライアントエラー (',
  ],
  ...[
    '\\',
    '\\\\"',
    '│ ',
    '│ x',
    '\u001b[31m',
    '\u001b]',
    '&lt;',
    '&amp;',
    '> ',
    '# ',
    '| ',
    '\t',
    '\n',
    '\n\n',
    '.',
    '"',
    '`*',
    '([{<',
    '{',
    '}',
  ],
  ...[
    'User: ',
    'user:arn:',
    'arn:',
    'is not authorized to perform: ',
    'isnotauthorizedtoperform',
    'perform: s3:GetObject on resource: ',
  ],
  ...[
    'AccessDenied',
    'AccessDenied:',
    'AccessDenied: ',
    'AccessDenied - ',
    'AccessDenied\n',
    '(AccessDenied) when calling the GetObject operation: ',
  ],
  ...['because no ', 'with an explicit deny in a ', 'encoded authorization failure message: ', 'authorization id: '],
  ...[
    '"errorCode":"AccessDenied"',
    '{"errorCode":"AccessDenied","eventName":"X",',
    '"explicitDeny":',
    '{"allowed":false,"explicitDeny":false,"context":{',
  ],
  ...[
    '(Service: ',
    '(Service: S3; Status Code: 403; ',
    '<Code>AccessDenied</Code>',
    '<Message>',
    'code:',
    'requestId: ',
    'request id: ',
  ],
  ...[
    'status code: 403, request id: ',
    'operation error S3: GetObject, ',
    'https response error StatusCode: 403, RequestID: ',
    'api error ',
  ],
  ...[
    'cannot be assumed by ',
    'api: iam:CreateRole User:',
    'Error executing "PutObject" on "https://s3.amazonaws.com',
    '::Errors::',
    '.model.',
    'de_',
  ],
  ...[
    'access to the resource ',
    'access denied ',
    '.amazonaws.com X AccessDenied ',
    'ユーザー:arn:',
    'Utilisateur:',
    'a',
    'arn:aws:iam::1:role/',
    'role ',
  ],
  ...[
    'assume the role ',
    'does not have permission to assume role arn:aws:iam::1:role/x ',
    'cannot be assumed by AWS ',
    'User: arn:aws:iam::1:user/a\n',
    'Context: no identity-based policy allows the a:B action ',
    'host app[1]: ',
    'a-b-c: ',
    '<arn:',
    '**',
  ],
  ...[
    'role-arn: arn:aws:iam::111122223333:role/x\nNot authorized to perform sts:AssumeRoleWithWebIdentity\n',
    'on main.tf line 1\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n',
    'CREATE_FAILED AWS::Lambda::Function ',
    '"Ingress":{"name":"a"',
    '[{"errorCode":"AccessDenied"},',
    '{"Data":[{"VarCharValue":"',
    'eventName,errorCode\n',
    '{"errorCode":"X","eventName":"Y","eventSource":"Z",',
  ],
];

/** The least processor time of some runs, in microseconds: what the work takes, whatever else the machine does. */
function cost(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run += 1) {
    const start = process.cpuUsage();
    parseDenials(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return least;
}

const [SMALL, LARGE] = LONG ? [200_000, 4_000_000] : [10_000, 120_000];

/** What is small costs a little to begin with; quadratic work would still grow far beyond this. */
function expectLinear(text: (length: number) => string, small: number, large: number): void {
  cost(text(small));
  expect(cost(text(large)) / (cost(text(small)) + 2_000)).toBeLessThan((large / small) * 6);
}

describe('hostile text', () => {
  it.each(REPEATED)('costs no more than its length: %j without end', (unit) => {
    expectLinear((length) => unit.repeat(Math.ceil(length / unit.length)), SMALL, LARGE);
  });

  it('costs no more than its length when a log of megabytes holds everything', () => {
    const all = REPEATED.join('\n');
    expectLinear((length) => all.repeat(Math.ceil(length / all.length)), 100_000, LONG ? 4_000_000 : 1_000_000);
  });

  it('never makes the parser throw, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inventedTexts), fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, part) => {
        const cut = Math.floor(text.length * part);
        expect(Array.isArray(parseDenials(text.slice(cut)))).toBe(true);
        expect(Array.isArray(parseDenials(text.slice(0, cut)))).toBe(true);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });

  it('never makes the parser throw, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...REPEATED), fc.string()), { maxLength: 60 }), (units) => {
        expect(Array.isArray(parseDenials(units.join('')))).toBe(true);
      }),
      { numRuns: runs(200, 5_000) },
    );
  });
});
