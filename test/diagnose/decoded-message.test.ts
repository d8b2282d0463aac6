import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { render } from '../../src/report/render.ts';

const item = (key: string, ...values: readonly string[]) => ({
  key,
  values: { items: values.map((value) => ({ value })) },
});
const MESSAGE = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [{ statementId: 'OnlySmall', effect: 'DENY' }] },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEXAMPLE:bot', arn: 'arn:aws:sts::111122223333:assumed-role/ci/bot' },
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
    conditions: { items: [item('ec2:InstanceType', 'm5.large'), item('aws:RequestTag/team', 'the blue one')] },
  },
};
const json = JSON.stringify(MESSAGE);

const PASTED: Readonly<Record<string, string>> = {
  'the message': json,
  'the message on many lines': JSON.stringify(MESSAGE, null, 2),
  'what the AWS CLI prints': JSON.stringify({ DecodedMessage: json }, null, 4),
  'a line of a log': `2024-05-01T10:00:00Z decoded: ${JSON.stringify({ level: 'error', decoded: json, n: 1 })}`,
  'many lines of a log': JSON.stringify(MESSAGE, null, 2).replace(/^/gm, '2024-05-01T10:00:00.1234567Z '),
};

describe('an explicit deny of which AWS does not say where it stands', () => {
  const sentence =
    'User: arn:aws:iam::111122223333:user/x is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111122223333:q';
  it.each([
    ['a sentence', `${sentence} with an explicit deny`, true],
    ['a decoded message without a statement', json.replace(/"items":\[\{"statementId".*?\}\]/, '"items":[]'), true],
    ['a decoded message that names the statement', json, false],
    ['a sentence without a reason', sentence, false],
    ['a decoded message of an implicit deny', json.replace('"explicitDeny":true', '"explicitDeny":false'), false],
  ])('is told, though nothing could be read: %s', async (_, text, told) => {
    const diagnoses = await diagnose({ text }, { source: 'none' });
    for (const format of ['text', 'markdown'] as const)
      expect(render(diagnoses, format).includes('AWS says an explicit deny')).toBe(told);
  });
});

it.each([
  ['is told where nothing could be read', json.replace('"explicitDeny":true', '"explicitDeny":false'), true],
  ['is not told of an explicit deny', json, false],
])('a missing Allow of which AWS does not say where %s', async (_, text, told) => {
  const diagnoses = await diagnose({ text }, { source: 'none' });
  for (const format of ['text', 'markdown'] as const)
    expect(render(diagnoses, format).includes('AWS says nothing denies it')).toBe(told);
});

describe('a decoded message that was pasted', () => {
  it.each(Object.keys(PASTED))('tells what AWS knows of the request: %s', async (name) => {
    const [diagnosis, ...others] = await diagnose({ text: PASTED[name] ?? '' }, { source: 'none' });
    expect(others).toEqual([]);
    expect(diagnosis?.request.context).toMatchObject({
      'ec2:InstanceType': { values: ['m5.large'] },
      'aws:RequestTag/team': { values: ['the blue one'] },
    });
    expect(diagnosis?.open.map(({ permission }) => permission)).not.toContain('sts:DecodeAuthorizationMessage');
  });

  it('tells nothing where it is cut off', async () => {
    const [diagnosis] = await diagnose({ text: json.slice(0, -30) }, { source: 'none' });
    expect(diagnosis?.denial).toMatchObject({ kind: 'iam-denial' });
    expect(Object.keys(diagnosis?.request.context ?? {})).not.toContain('ec2:InstanceType');
  });
});
