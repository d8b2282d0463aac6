import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { inventedTexts } from './fixture-texts.ts';

/** Whatever a shape or a normalisation looks for, without end. */
const REPEATED = [
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
];

/** The shortest of some runs, in nanoseconds: what the work takes without what else the machine does. */
function cost(text: string): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run += 1) {
    const start = process.hrtime.bigint();
    parseDenials(text);
    shortest = Math.min(shortest, Number(process.hrtime.bigint() - start));
  }
  return shortest;
}

const LONG = process.env['DENYTRACE_LONG'] !== undefined;
const [SMALL, LARGE] = LONG ? [200_000, 10_000_000] : [10_000, 120_000];

describe('hostile text', () => {
  it.each(REPEATED)('costs no more than its length: %j without end', (unit) => {
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    cost(text(SMALL));
    // Quadratic work would grow by the square. What is small costs a little to begin with, what is large is hit by pauses.
    expect(cost(text(LARGE)) / (cost(text(SMALL)) + 2e6)).toBeLessThan((LARGE / SMALL) * 6);
  });

  it('never makes the parser throw', () => {
    for (const { text } of inventedTexts) {
      for (let cut = 0; cut < text.length; cut += Math.max(7, Math.ceil(text.length / 60))) {
        expect(Array.isArray(parseDenials(text.slice(cut)))).toBe(true);
        expect(Array.isArray(parseDenials(text.slice(0, cut)))).toBe(true);
      }
    }
  });
});
