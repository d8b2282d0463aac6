import { describe, expect, it } from 'vitest';
import { diagnose, openSnapshot } from '../../src/index.ts';
import { ACCOUNT } from './small-account.ts';

const AWAY = '444455556666';
const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;
const TYPO = `arn:aws:sqs:eu-west-1:${ACCOUNT}:order`;
const SECRET = `arn:aws:secretsmanager:eu-west-1:${AWAY}:secret:db-AbCdEf`;
const ANA = `arn:aws:iam::${ACCOUNT}:user/ana`;

const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: string | readonly string[], Resource: string, more: object = {}) => ({
  ...{ Effect: 'Allow', Action, Resource },
  ...more,
});

interface World {
  readonly own?: object;
  readonly ofGroup?: object;
  readonly ofSecret?: object;
}

/** What is said of the first fix, and what it changes. Ana is in the group dev. */
async function fixOf(action: string, resource: string, { own, ofGroup, ofSecret }: World) {
  const policies = (statement: object | undefined) =>
    statement === undefined ? [] : [{ PolicyName: 'P', PolicyDocument: document(statement) }];
  const created = { Path: '/', CreateDate: '2025-01-01T00:00:00Z', AttachedManagedPolicies: [] };
  const ana = { ...created, Arn: ANA, UserName: 'ana', UserId: 'AIDAEXAMPLEANA', GroupList: ['dev'], Tags: [] };
  const dev = { ...created, Arn: `arn:aws:iam::${ACCOUNT}:group/dev`, GroupName: 'dev', GroupId: 'AGPAEXAMPLEDEV' };
  const nobody = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] };
  const source = openSnapshot({
    denytrace: 'snapshot/1',
    takenAt: '2026-11-24T12:00:00Z',
    scope: 'account',
    accounts: {
      [ACCOUNT]: {
        organizationId: null,
        authorizationDetails: {
          ...nobody,
          UserDetailList: [{ ...ana, UserPolicyList: policies(own) }],
          GroupDetailList: [{ ...dev, GroupPolicyList: policies(ofGroup) }],
        },
        resourcePolicies: {},
      },
      [AWAY]: {
        organizationId: null,
        authorizationDetails: nobody,
        resourcePolicies: ofSecret === undefined ? {} : { [SECRET]: document(ofSecret) },
      },
    },
  });
  const [diagnosis] = await diagnose({ request: { principal: ANA, action, resource } }, { source });
  const fix = diagnosis?.causes[0]?.fix;
  return { summary: fix?.summary, pointer: fix?.changes[0]?.pointer };
}

describe('a value added to a statement', () => {
  it('is told with the other actions that the statement then allows there', async () => {
    const own = allow(['sqs:SendMessage', 'sqs:PurgeQueue'], TYPO);
    const { summary, pointer } = await fixOf('sqs:SendMessage', QUEUE, { own });
    expect(pointer).toBe('/Statement/0/Resource');
    expect(summary).toContain('the statement then allows sqs:PurgeQueue there as well');
  });

  it('is told alone where the statement has no other action', async () => {
    const { summary } = await fixOf('sqs:SendMessage', QUEUE, { own: allow('sqs:SendMessage', TYPO) });
    expect(summary).not.toContain('as well');
  });

  it('is told with the others in the group whose policy it is', async () => {
    const { summary } = await fixOf('sqs:SendMessage', QUEUE, { ofGroup: allow('sqs:SendMessage', TYPO) });
    expect(summary).toContain('everyone in group dev gets it');
  });

  it.each([
    ['an account', { AWS: `arn:aws:iam::${ACCOUNT}:root` }, `allows it to account ${ACCOUNT} as well`],
    ['other principals', { AWS: [ANA, `arn:aws:iam::${ACCOUNT}:role/app`] }, 'allows it to app as well'],
    ['everyone', '*', 'allows it to every principal that meets its conditions as well'],
    ['the caller alone', { AWS: ANA }, null],
  ])('is told with the others whom the policy of a resource names: %s', async (_, Principal, words) => {
    const ofSecret = allow('secretsmanager:GetSecretValues', SECRET, { Principal });
    const { summary, pointer } = await fixOf('secretsmanager:GetSecretValue', SECRET, {
      own: allow('secretsmanager:GetSecretValue', '*'),
      ofSecret,
    });
    expect(pointer).toMatch(/^\/Statement\/0\/Action/);
    if (words === null) expect(summary).not.toContain('as well');
    else expect(summary).toContain(`the statement then ${words}`);
  });

  it('is told with nobody else where the policy of a resource names the service that calls', async () => {
    const send = { Action: 'sqs:SendMessage', Principal: { Service: 's3.amazonaws.com' } };
    const byBucket = { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::upload' } };
    const ofQueue = { Effect: 'Allow', ...send, Resource: QUEUE, Condition: byBucket };
    const source = openSnapshot({
      denytrace: 'snapshot/1',
      scope: 'account',
      accounts: { [ACCOUNT]: { organizationId: null, resourcePolicies: { [QUEUE]: document(ofQueue) } } },
    });
    const request = { principal: 's3.amazonaws.com', action: 'sqs:SendMessage', resource: QUEUE };
    const context = { 'aws:SourceArn': 'arn:aws:s3:::uploads' };
    const [diagnosis] = await diagnose({ request }, { source, context });
    const fix = diagnosis?.causes[0]?.fix;
    expect(fix?.changes[0]?.pointer).toBe('/Statement/0/Condition/ArnLike/aws:SourceArn');
    expect(fix?.summary).not.toContain('as well');
  });

  it('is none where each caller has its own part by a policy variable: the user gets a statement of its own', async () => {
    const own = allow('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:\${aws:username}`);
    const { summary, pointer } = await fixOf('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:ann`, {
      ofGroup: own,
    });
    expect(pointer).toBe('');
    expect(summary).toContain('to user ana');
  });

  it('is no principal beside a quite different one, where other actions would come with it', async () => {
    const own = allow('secretsmanager:*', '*');
    const other = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/anna-of-the-other-team` } };
    const both = allow(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], '*', other);
    const { pointer } = await fixOf('secretsmanager:GetSecretValue', SECRET, { own, ofSecret: both });
    expect(pointer).toMatch(/^\/Statement(\/-)?$/);
  });
});
