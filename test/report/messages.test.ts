import { describe, expect, it } from 'vitest';
import { diagnose, render } from '../../src/index.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { partOf } from './page/markup.ts';

const CALLER = 'arn:aws:iam::111122223333:user/ana';

const QUEUE_DENIED = `User: ${CALLER} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows the sqs:SendMessage action (Request ID: 0a1b2c3d-1111-2222-3333-444455556666)`;
const KEY_DENIED = `User: ${CALLER} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab because no resource-based policy allows the kms:Decrypt action`;
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the AssumeRole operation: The security token included in the request is expired';

async function markdownOf(text: string): Promise<string> {
  return render(await diagnose({ text }, { source: 'none' }), 'markdown');
}

async function pageOf(text: string): Promise<string> {
  return render(await diagnose({ text }, { source: 'none' }), 'html');
}

/** The report from the heading of a message on, up to the next heading. */
function messageIn(report: string, heading: string): string {
  const start = report.indexOf(heading);
  expect(start).toBeGreaterThan(0);
  const rest = report.slice(start + heading.length);
  const end = rest.indexOf('\n#');
  return end < 0 ? rest : rest.slice(0, end);
}

describe('the message for an administrator', () => {
  it('has the request, what blocks it, the whole document, the command and how to check', async () => {
    const report = await markdownOf(QUEUE_DENIED);
    const message = messageIn(report, '#### Message for an administrator of 111122223333');
    expect(message).toContain('- Denied: <code>sqs:SendMessage</code>');
    expect(message).toContain(`- Caller: <code>${CALLER}</code>`);
    expect(message).toContain('**What blocks it:** AWS says that no identity policy allows');
    expect(message).toContain('"Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"');
    expect(message).toContain('aws iam put-user-policy --user-name ana');
    expect(message).toContain(`denytrace can ${CALLER} sqs:SendMessage`);
    // Once, and not in the rest of the report as well.
    expect(report.split('aws iam put-user-policy')).toHaveLength(2);
    expect(report.split('denytrace can')).toHaveLength(2);
  });

  it('has the statements that would do where nobody could read the document', async () => {
    const report = await markdownOf(KEY_DENIED);
    const message = messageIn(report, '#### Message for the owner of ');
    expect(message).toContain('in 444455556666');
    expect(message).toContain('One of these statements would do:');
    expect(message).toContain(`"AWS": "${CALLER}"`);
  });

  it('is not there where only you can change something', async () => {
    const report = await markdownOf(EXPIRED);
    expect(report).not.toContain('#### Message');
    expect(report).toContain('aws sts get-caller-identity');
  });
});

describe('the same message in the page', () => {
  it.each([
    ['a change with its document', QUEUE_DENIED],
    ['statements that would do', KEY_DENIED],
  ])('asks for %s as in Markdown', async (_what, text) => {
    const [inMarkdown, inPage] = [await markdownOf(text), partOf(await pageOf(text), 'message')];
    const message = messageIn(inMarkdown, '#### Message for ');
    const blocks = [...message.matchAll(/```\w+\n(.*?)\n```/gs)].map(([, block]) => block ?? '');
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) expect(unspaced(inPage)).toContain(unspaced(block));
    for (const [, label, value] of message.matchAll(/^- (\w[\w ]*): <code>(.*)<\/code>$/gm))
      expect(inPage).toContain(`${label}: ${value}`);
  });

  it('stands in it once, and not in the fix as well', async () => {
    const page = await pageOf(QUEUE_DENIED);
    expect(page.split('aws iam put-user-policy')).toHaveLength(2);
    expect(page.split('denytrace can')).toHaveLength(2);
  });

  it('is not there where only you can change something', async () => {
    const page = await pageOf(EXPIRED);
    expect(page).not.toContain('Message for');
    expect(page).toContain('aws sts get-caller-identity');
  });
});

describe('a change whose policy was not read as a whole', () => {
  it.each(['markdown', 'html'] as const)('is in the message itself, in %s', (format) => {
    const [, cause] = guardrailAndGap.causes;
    expect([cause?.fix?.documents, cause?.fix?.changes.length]).toEqual([[], 1]);
    const report = render([guardrailAndGap], format);
    const message = report.slice(report.lastIndexOf('Message for '));
    expect(message).toContain('dynamodb:PutItem');
    expect(message).toMatch(/\+ .*dynamodb:PutItem/);
  });
});

function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('an error that names neither the caller nor the call', () => {
  it('begins with the place of the call, and how to get the whole sentence', async () => {
    const text = [
      'AccessDenied: Access Denied',
      '    at de_CommandError (/app/node_modules/@aws-sdk/client-s3/dist-cjs/index.js:5012:14)',
      '    at async uploadReport (/app/src/report.js:42:5) {',
      '  Code: "AccessDenied", "$metadata": { httpStatusCode: 403 } }',
    ].join('\n');
    const report = render(await diagnose({ text }, { source: 'none' }), 'text').replace(/\s+/g, ' ');
    expect(report).toContain(
      '→ Look up the call (uploadReport, /app/src/report.js line 42), and make it with the AWS CLI as the same caller',
    );
  });
});
