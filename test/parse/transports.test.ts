import { describe, expect, it } from 'vitest';
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { messages } from './fixture-texts.ts';

const denied = messages.filter(({ ambiguous, expected }) => !ambiguous && expected['denied'] === true);

const eachLine = (change: (line: string) => string) => (text: string) => text.split('\n').map(change).join('\n');
const before = (prefix: string) => eachLine((line) => prefix + line);
const wrapped = (width: number) => eachLine((line) => line.replace(new RegExp(`.{${width}}(?=.)`, 'gs'), '$&\n'));

/** What puts something around or before a message, and takes nothing away. */
const HARMLESS: Readonly<Record<string, (text: string) => string>> = {
  'Windows line ends': (text) => text.replace(/\r?\n/g, '\r\n'),
  'a quoting mail': before('> '),
  indentation: before('    '),
  'a box': before('│ '),
  'GitHub Actions': before('2024-05-01T10:00:00.1234567Z '),
  'GitHub Actions, an error': (text) => `##[error]${text}`,
  GitLab: before('2024-05-01T10:00:00.123456Z 01E '),
  Jenkins: before('[2024-05-01T10:00:00.123Z] '),
  CodeBuild: before('[Container] 2024/05/01 10:00:00.123456 '),
  Airflow: before('[2024-05-01, 10:00:00 UTC] {subprocess.py:93} INFO - '),
  'Python logging': before('2024-05-01 10:00:00,123 - app.main - ERROR - '),
  'docker compose': before('web-1  | '),
  'a container runtime': before('2024-05-01T10:00:00.123456789Z stderr F '),
  'kubectl logs --prefix': before('[pod/app-5c9/app] '),
  'argo logs': before('job-abc-123: '),
  syslog: before('May  1 10:00:00 ip-10-0-0-1 app[123]: '),
  klog: (text) => `E0501 10:00:00.123456       1 controller.go:114] ${text}`,
  colours: eachLine((line) => `\u001b[31m${line}\u001b[0m`),
  'a code fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'a letter': (text) => `Hello all,\n\nI get this since yesterday:\n\n${text}\n\nAny idea what to do?\nThanks, Ann`,
  HTML: (text) =>
    `<pre>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')}</pre>`,
};

/** What may take away where a line ends, or whether a word does; there a few texts are ambiguous. */
const LOSSY: Readonly<Record<string, (text: string) => string>> = {
  'a JSON log line': (text) => JSON.stringify({ level: 'error', msg: text }),
  'JSON in JSON': (text) => JSON.stringify({ log: JSON.stringify({ level: 'error', error: text }) }),
  'a JSON log line with more behind it': (text) =>
    JSON.stringify({ msg: text, user: { arn: 'arn:aws:iam::1:user/x' }, level: 'error' }),
  'JSON in JSON with more behind it': (text) =>
    JSON.stringify({ log: JSON.stringify({ error: text, level: 'error' }), stream: 'stderr' }),
  logfmt: (text) => `time="2024-05-01T10:00:00Z" level=error msg=${JSON.stringify(text)} controller=x`,
  'a terminal of 100 columns': wrapped(100),
  'a terminal of 132 columns': wrapped(132),
};

/** What a text states, apart from where, by which wrapper and what is around it. Line breaks inside a value are no part of it. */
function stated(text: string): string[] {
  const values = ({ lines: _, shape: __, truncated: ___, origin: ____, nearby: _____, ...denial }: Denial) =>
    JSON.stringify(denial);
  return parseDenials(text).map((denial) => values(denial).replace(/\\n|\s/g, ''));
}

const SENTENCE =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111122223333:orders';
const RECORD = {
  errorCode: 'AccessDenied',
  errorMessage: SENTENCE,
  requestParameters: { queueName: 'orders' },
  eventName: 'SendMessage',
  eventSource: 'sqs.amazonaws.com',
};
/** JSON without a blank in it, and something behind the message: nothing but the closing quote ends the resource. */
const COMPACT: Readonly<Record<string, object>> = {
  'a log line': { message: SENTENCE, user: { name: 'ana' } },
  'a log line in a log line': { log: JSON.stringify({ message: SENTENCE, level: 'error' }), stream: 'stderr' },
  'the last of an object': { error: { message: SENTENCE }, level: 'error' },
  'one of a list': { errors: [SENTENCE], level: 'error' },
  'a CloudTrail record': RECORD,
  'CloudTrail records': { Records: [RECORD, { ...RECORD, requestID: '1b2c3d4e-1111-4111-8111-000000000000' }] },
  'what lookup-events prints': { Events: [{ CloudTrailEvent: JSON.stringify(RECORD), EventId: 'x' }] },
  'a clause that ends with a policy ARN': {
    message: `${SENTENCE} with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/NoQueues`,
    level: 'error',
  },
};

describe('a message on its way', () => {
  it.each(Object.keys(COMPACT))('ends where its string ends, in compact JSON: %s', (name) => {
    const denials = parseDenials(JSON.stringify(COMPACT[name]));
    expect(new Set(denials.map(({ resource }) => resource))).toEqual(
      new Set(['arn:aws:sqs:us-east-1:111122223333:orders']),
    );
    const policy = name.includes('policy ARN') ? 'arn:aws:iam::111122223333:policy/NoQueues' : undefined;
    expect(denials.map(({ reason }) => reason?.policyArn)).toEqual(denials.map(() => policy));
  });

  it.each(Object.keys(HARMLESS))('is the same through %s', (name) => {
    const changed = denied.filter(({ text }) => {
      const through = HARMLESS[name]?.(text) ?? '';
      return JSON.stringify(stated(through)) !== JSON.stringify(stated(text));
    });
    expect(changed.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.keys(LOSSY))('is the same through %s, but for a few', (name) => {
    const changed = denied.filter(({ text }) => {
      const through = new Set(stated(LOSSY[name]?.(text) ?? ''));
      return stated(text).some((denial) => !through.has(denial));
    });
    expect(changed.length / denied.length, changed.map(({ id }) => id).join('\n')).toBeLessThan(0.05);
  });
});
