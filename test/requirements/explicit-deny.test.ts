import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { answerOf } from '../../src/report/words/answer.ts';
import { commandsOf, denied, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/exporter/run-1';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const OBJECT = 'arn:aws:s3:::reports/2026/a.csv';

const IN: Readonly<Record<string, string>> = {
  identity: ' with an explicit deny in an identity-based policy',
  resource: ' with an explicit deny in a resource-based policy',
  boundary: ' with an explicit deny in a permissions boundary',
  scp: ' with an explicit deny in a service control policy',
  rcp: ' with an explicit deny in a resource control policy',
  endpoint: ' with an explicit deny in a VPC endpoint policy',
};

describe('a Deny that AWS names', () => {
  it.each(Object.keys(IN))('%s: no Allow is offered, and it is the first to look at', async (layer) => {
    const found = await requirementsOf(denied(ROLE, 's3:PutObject', OBJECT, IN[layer]));
    expect(statementsOf(found[layer])).toEqual([]);
    expect(found[layer]).toMatchObject({ need: 'no-deny', exemption: { Condition: expect.anything() } });
    expect(Object.keys(found)[0]).toBe(layer);
  });

  it('in a session policy exempts nobody: the session is made without it', async () => {
    const found = await requirementsOf(
      denied(ROLE, 's3:PutObject', OBJECT, ' with an explicit deny in a session policy'),
    );
    expect(found['session']).toMatchObject({ need: 'no-deny', exemption: null });
  });

  it.each([
    [
      'a session: its role, under whatever path',
      ROLE,
      {
        ArnNotLike: {
          'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/exporter', 'arn:aws:iam::111122223333:role/*/exporter'],
        },
      },
    ],
    [
      'a user, with its path',
      'arn:aws:iam::111122223333:user/ops/ana',
      { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/ops/ana' } },
    ],
    [
      'a permission set',
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com',
      {
        ArnNotLike: {
          'aws:PrincipalArn':
            'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Dev_0123456789abcdef',
        },
      },
    ],
    [
      'a masked account: a token',
      'arn:aws:sts::***:assumed-role/exporter/run-1',
      {
        ArnNotLike: {
          'aws:PrincipalArn': [
            'arn:aws:iam::CALLER_ACCOUNT:role/exporter',
            'arn:aws:iam::CALLER_ACCOUNT:role/*/exporter',
          ],
        },
      },
    ],
    ['nobody that is named: a token', '...', { ArnNotEquals: { 'aws:PrincipalArn': 'CALLER_ARN' } }],
  ])('exempts %s', async (_, caller, condition) => {
    const found = await requirementsOf(denied(caller, 'eks:CreateCluster', null, IN['scp']));
    expect(found['scp']).toMatchObject({ exemption: { Condition: condition } });
  });

  it('is found by the policies of the account, of what is above it, and the document of each', async () => {
    const found = await requirementsOf(denied(ROLE, 'eks:CreateCluster', null, IN['scp']));
    expect(commandsOf(found['scp'])).toEqual([
      'aws organizations list-policies-for-target --target-id 111122223333 --filter SERVICE_CONTROL_POLICY',
      'aws organizations list-parents --child-id 111122223333',
      'aws organizations describe-policy --policy-id POLICY_ID --query Policy.Content --output text',
    ]);
  });

  it('is found in the organization of the resource, whose account an object does not show', async () => {
    const found = await requirementsOf(denied(ROLE, 's3:GetObject', OBJECT, IN['rcp']));
    expect(commandsOf(found['rcp'])[0]).toBe(
      'aws organizations list-policies-for-target --target-id ACCOUNT --filter RESOURCE_CONTROL_POLICY',
    );
    expect(found['rcp']?.placeholders.map(({ token }) => token)).toEqual(['ACCOUNT', 'POLICY_ID']);
  });

  it('leaves the Allow of the other policies as it is', async () => {
    const found = await requirementsOf(denied(ROLE, 'sqs:SendMessage', QUEUE, IN['resource']));
    expect(found['resource']).toMatchObject({ need: 'no-deny', likely: 'AWS says that a resource policy denies it' });
    expect(found['identity']).toMatchObject({ need: 'allow' });
  });

  it('can be in each of them where AWS does not say in which', async () => {
    const found = await requirementsOf(denied(ROLE, 'sqs:SendMessage', QUEUE, ' with an explicit deny'));
    expect([found['identity']?.need, found['resource']?.need, found['boundary']?.need]).toEqual([
      'no-deny',
      'no-deny',
      'no-deny',
    ]);
  });

  it.each([
    ['a user', 'arn:aws:iam::111122223333:user/ana', denied],
    ['a user whose name is hidden', 'arn:aws:iam::<account>:user/<name>', denied],
  ])('asks what is usual where AWS does not say in which: %s', async (_, caller, text) => {
    const role = 'arn:aws:iam::111122223333:role/app';
    const diagnosis = await diagnosisOf(text(caller, 'iam:CreateRole', role, ' with an explicit deny'));
    const identity = diagnosis.requirements.find(({ id }) => id === 'identity');
    expect(identity).toMatchObject({ need: 'no-deny', exemption: null });
    expect(identity?.need === 'no-deny' && identity.guards.map(({ id }) => id)).toEqual([
      'permissions-boundary',
      'request-tags',
      'network',
      'mfa',
    ]);
    expect(answerOf(diagnosis)?.who).toContain('find the statement that denies iam:CreateRole');
  });

  it('is read behind dots where the action was', async () => {
    const clause = 'with an explicit deny in an identity-based policy';
    const user = 'User: arn:aws:iam::111122223333:user/ana';
    const texts = [`${user} is not authorized to perform: ... ${clause}`, `${user} … ${clause}`];
    for (const text of texts)
      expect((await diagnosisOf(refused('CreateRole', 'AccessDenied', text))).denial).toMatchObject({
        action: 'iam:CreateRole',
        reason: { layer: 'identity', effect: 'explicit' },
      });
  });

  it('has no guards where AWS says that an Allow is missing', async () => {
    const found = await requirementsOf(
      denied(ROLE, 'eks:CreateCluster', null, ' because no service control policy allows the eks:CreateCluster action'),
    );
    expect(found['scp']).toMatchObject({ need: 'allow' });
  });
});

describe('a message that was cut', () => {
  const CUT = refused('RunInstances', 'UnauthorizedOperation', 'You are not authorized to perform this operation.');

  it.each([
    [
      'has no command to decode it',
      `${denied(ROLE, 'ec2:RunInstances', null)}. Encoded authorization failure message: g4oZPBqZ4Bni8dE5dGjxYTnOZ...`,
      false,
    ],
    ['has none where it is too short', `${CUT} Encoded authorization failure message: g4oZPBqZ4Bni8dE5dGjxYTnO`, false],
    [
      'has none where no base64 is that long',
      `${CUT} Encoded authorization failure message: ${'g4oZPBqZ'.repeat(40)}x`,
      false,
    ],
    ['has one where it is whole', `${CUT} Encoded authorization failure message: ${'g4oZPBqZ'.repeat(40)}`, true],
  ])('%s', async (_, text, isOffered) => {
    const report = render([await diagnosisOf(text)], 'text').replace(/\s+/g, ' ');
    expect(report.includes('aws sts decode-authorization-message')).toBe(isOffered);
    expect(report.includes('the message in the text was cut')).toBe(!isOffered);
  });
});
