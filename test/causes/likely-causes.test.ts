import { describe, expect, it } from 'vitest';
import { by, NODE, session, TASK } from '../cases/tables/caller-world.ts';
import { diagnoseSituation, type Situation } from '../cases/tables/cause-case.ts';
import { denying, only, queue } from '../cases/tables/place.ts';
import { ROLE } from '../cases/tables/policy-world.ts';
import { CALLER_ROLE, federated, HOME, TARGET, world } from '../cases/tables/world.ts';

const CHAINED = session('ci-deployer', 'botocore-session-1700000000');
const STACK = session('ci-deployer', 'AWSCloudFormation');

function assuming(trust: Parameters<typeof world>[0]['trust'], caller = CHAINED): Situation {
  return { ...by(caller, 'sts:AssumeRole', TARGET), world: world(trust === undefined ? {} : { trust }) };
}

const trusting = (principal: string, condition?: object) => ({
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: 'sts:AssumeRole',
  ...(condition === undefined ? {} : { Condition: condition }),
});

async function idsOf(situation: Situation): Promise<readonly string[]> {
  return (await diagnoseSituation(situation)).causes.map(({ id }) => id);
}

describe('a profile chain', () => {
  it('is likely where the trust policy is silent about the role in the middle', async () => {
    expect(await idsOf(assuming(trusting('arn:aws:iam::111122223333:role/first')))).toContain(
      'caller.intermediate-role',
    );
  });

  it.each([
    ['lets the caller in', undefined],
    ['names the caller and wants an external id', trusting(CALLER_ROLE, { StringEquals: { 'sts:ExternalId': 'x-1' } })],
    ['names the account of the caller, and denies', [trusting(CALLER_ROLE), { ...trusting('*'), Effect: 'Deny' }]],
  ] as const)('is none where the trust policy %s', async (_, trust) => {
    expect(await idsOf(assuming(trust))).not.toContain('caller.intermediate-role');
  });

  it('is none where AWS names another layer', async () => {
    const { text } = by(CHAINED, 'sts:AssumeRole', TARGET);
    const clause = ' because no identity-based policy allows the sts:AssumeRole action';
    expect(await idsOf({ text: `${text}${clause}` })).not.toContain('caller.intermediate-role');
  });

  it('has no session named by nineteen digits, as pods with a web identity token have', async () => {
    const silent = trusting('arn:aws:iam::111122223333:role/first');
    expect(await idsOf(assuming(silent, session('ci-deployer', '1700000000123456789')))).not.toContain(
      'caller.intermediate-role',
    );
    const inPod = { ...assuming(silent), environment: { AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token' } };
    expect(await idsOf(inPod)).not.toContain('caller.intermediate-role');
  });

  it('is none where only a token leads to the role of the caller', async () => {
    const cluster = `arn:aws:iam::${HOME}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF`;
    const trust = trusting('arn:aws:iam::111122223333:role/first');
    const byToken = { ...federated(cluster, {}), Condition: {} };
    const asked = by(CHAINED, 'sts:AssumeRole', TARGET);
    const ofPod = { ...asked, world: world({ trust, callerTrust: byToken }) };
    const ofBoth = { ...asked, world: world({ trust, callerTrust: [byToken, trusting(`arn:aws:iam::${HOME}:root`)] }) };
    expect(await idsOf(ofPod)).not.toContain('caller.intermediate-role');
    expect(await idsOf(ofBoth)).toContain('caller.intermediate-role');
  });
});

describe('a likely cause beside a certain one', () => {
  const pod = { ...queue(), caller: NODE };
  const task = { ...queue(), caller: session('ecsTaskExecutionRole', TASK) };
  const stack = { ...queue(), caller: STACK };
  const DENY = { Action: 'sqs:*', Resource: '*' };
  const TO_NODES = { ...DENY, Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } };

  it.each([
    ['the role of the machine', pod, 'caller.node-role'],
    ['the role of the ECS agent', task, 'caller.task-execution-role'],
  ] as const)('stays where another caller may be let in: %s', async (_, asked, id) => {
    expect(await idsOf(denying('rcp', TO_NODES, asked))).toContain(id);
  });

  it.each([
    ['the role of the machine', pod, 'caller.node-role'],
    ['the role of the ECS agent', task, 'caller.task-execution-role'],
  ] as const)('is left out where everybody is denied: %s', async (_, asked, id) => {
    for (const layer of ['rcp', 'resource', 'scp'] as const) {
      const ids = await idsOf(denying(layer, DENY, asked));
      expect(ids).toContain(`${layer}.explicit-deny`);
      expect(ids).not.toContain(id);
    }
  });

  it('is left out where a permission more changes nothing', async () => {
    expect(await idsOf(denying('scp', DENY, stack))).not.toContain('caller.service-session');
    expect(await idsOf(only('identity', [], stack, { parts: { resources: {} } }))).toContain('caller.service-session');
  });
});

describe('a denial that the policies contradict', () => {
  const clause = ' with an explicit deny in a resource-based policy';
  const open = { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sqs:*', Resource: '*' };

  it('has what may explain it first, and the advice to try again last', async () => {
    const environment = { AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/web' };
    const situation = { ...only('resource', [open], queue(), { clause }), environment };
    const { conclusion, causes } = await diagnoseSituation(situation);
    expect(conclusion).toBe('contradicted');
    expect(causes.map(({ id }) => id)).toEqual(['caller.not-the-jobs-role', 'resource.named-by-aws']);
    expect(causes.at(-1)?.fix?.summary).toMatch(/^try again/);
  });

  it('names the layer first where nothing else explains it', async () => {
    const { causes } = await diagnoseSituation(only('resource', [open], queue(), { clause }));
    expect(causes.map(({ id }) => id)).toEqual(['resource.named-by-aws']);
  });
});
