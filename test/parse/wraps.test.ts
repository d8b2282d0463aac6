import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const CALLER = 'arn:aws:sts::111122223333:assumed-role/platform-deployer/session-name@example.com';
const RESOURCE = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/database-AbCdEf';
const MESSAGE =
  'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: ' +
  `User: ${CALLER} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${RESOURCE} ` +
  'because no identity-based policy allows the secretsmanager:GetSecretValue action';

/** What terminals, tables and tools put in front of every line. */
const PREFIXES = [
  '',
  '│ ',
  '    ',
  '> ',
  '# ',
  '[terraform]: │ ',
  '2024-03-01T10:00:00.123Z ',
  '[Container] 2024/03/01 10:00:00 ',
  'worker-1  | ',
];

function wrapHard(text: string, width: number): string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );
}

function wrapAtBlanks(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function expectWhole(text: string): void {
  const [denial, ...more] = parseDenials(text);
  expect(more).toEqual([]);
  expect(denial).toMatchObject({
    code: 'AccessDeniedException',
    operation: 'GetSecretValue',
    caller: CALLER,
    action: 'secretsmanager:GetSecretValue',
    resource: RESOURCE,
    reason: { layer: 'identity', effect: 'implicit', policyArn: null },
  });
}

describe('a wrapped message', () => {
  it.each(PREFIXES)('is put together again at any width, cut at blanks, behind %j', (prefix) => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 200 }), (width) => {
        expectWhole(
          wrapAtBlanks(MESSAGE, width)
            .map((line) => prefix + line)
            .join('\n'),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('is put together again at any width, cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 22, max: 200 }), fc.constantFrom('\n', '\r\n', '\n    '), (width, joint) => {
        expectWhole(wrapHard(MESSAGE, width).join(joint));
      }),
      { numRuns: 60 },
    );
  });

  it('is read through any number of JSON strings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), (depth) => {
        let text = MESSAGE;
        for (let level = 0; level < depth; level += 1) text = JSON.stringify({ level: 'error', msg: text });
        expectWhole(text);
      }),
    );
  });

  it('is read through XML entities and colours', () => {
    expectWhole(MESSAGE.replaceAll(':', '&#58;'));
    for (const colour of ['\u001b[31m', '#033[31;1m', 'ESC[36m', '\\u001b[0m', '\\x1b[1m']) {
      expectWhole(MESSAGE.replaceAll(' ', ` ${colour}`));
    }
  });
});

describe('an action with white space in it', () => {
  it.each([
    ['iam: PassRole on resource: x', 'iam:PassRole'],
    ['iam:\nPassRole on resource: x', 'iam:PassRole'],
    ['iam:Pass\nRole on resource: x', 'iam:PassRole'],
    ['iam:PassRole API on resource: x', 'iam:PassRole'],
    ['iam: on resource: x', null],
  ])('is put together only if it is one: %j', (rest, action) => {
    const [denial] = parseDenials(`User: ${CALLER} is not authorized to perform: ${rest}`);
    expect(denial?.action).toBe(action);
  });
});

describe('a code at the end of a line', () => {
  it.each([
    'An error occurred (AccessDenied) when calling the GetSecretValue operation:',
    'operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: 1, api error AccessDenied:',
    'api error AccessDenied:',
    'AccessDenied:',
    '<Code>AccessDenied</Code>',
    'Write-SECSecret: Error making request with Error Code AccessDenied and Http Status Code Forbidden.',
  ])('belongs to the message on the next line: %s', (head) => {
    const message = `User: ${CALLER} is not authorized to perform: secretsmanager:GetSecretValue`;
    expect(parseDenials(`${head}\n${message}`)).toMatchObject([
      { code: 'AccessDenied', caller: CALLER, lines: [1, 2] },
    ]);
  });
});

describe("a tool's own words before AWS's", () => {
  const role = 'arn:aws:iam::444455556666:role/prod-deploy';
  const foreword = (name: string) =>
    `IAM Role (${name}) cannot be assumed.\n\nThere are a number of possible causes of this.\n\n`;
  const answer = `Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 1, api error AccessDenied: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: ${role}`;

  it('are no denial of their own', () => {
    expect(parseDenials(foreword(role) + answer).map(({ caller }) => caller)).toEqual([
      'arn:aws:iam::111122223333:user/ci',
    ]);
  });

  it('are one where they speak of another role, or stand alone', () => {
    expect(parseDenials(foreword(`${role}-2`) + answer)).toHaveLength(2);
    expect(parseDenials(foreword(role))).toHaveLength(1);
  });
});
