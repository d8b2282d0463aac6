import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { unreadable } from '../../src/model/fact.ts';
import type { RoleFacts } from '../../src/model/facts.ts';
import { notGiven } from '../../src/model/gap.ts';
import { session } from '../cases/tables/caller-world.ts';
import { caseOf, causesOf, denied, diagnoseSituation, type Situation } from '../cases/tables/cause-case.ts';
import { AWAY, CALLER, HOME, trusting, world } from '../cases/tables/world.ts';

const DEPLOYS = `cdk-hnb659fds-cfn-exec-role-${HOME}-eu-west-1`;
const DEPLOY = `arn:aws:iam::${AWAY}:role/cdk-hnb659fds-deploy-role-${AWAY}-eu-west-1`;
const BY_CLOUDFORMATION = denied(
  session(DEPLOYS, 'AWSCloudFormation'),
  'sqs:CreateQueue',
  `arn:aws:sqs:eu-west-1:${HOME}:jobs`,
);
const POLICIES = '--cloudformation-execution-policies';

async function fixOf(id: string, situation: Situation) {
  const [cause] = causesOf(await diagnoseSituation(situation), id);
  return { check: cause?.fix?.check, summary: cause?.fix?.summary, commands: cause?.fix?.commands };
}

/** What the command gives the option that replaces the execution policies. */
function policiesIn(commands: readonly (readonly string[])[] = []): string | undefined {
  return commands.flatMap((words) => (words.includes(POLICIES) ? [words[words.indexOf(POLICIES) + 1]] : []))[0];
}

describe('cdk bootstrap, which replaces the execution policies', () => {
  it('keeps those that could not be read, one more beside them', async () => {
    const { summary, commands } = await fixOf('caller.cdk-role', { text: BY_CLOUDFORMATION });
    expect(policiesIn(commands)).toBe('EXECUTION_POLICY_ARNS,POLICY_ARN');
    expect(commands?.[0]).toEqual(['aws', 'iam', 'list-attached-role-policies', '--role-name', DEPLOYS]);
    expect(summary).toContain('EXECUTION_POLICY_ARNS are those it has');
  });

  it('names only the new one where the role has none', async () => {
    const roles = [`arn:aws:iam::${HOME}:role/${DEPLOYS}`];
    const { summary, commands } = await fixOf('caller.cdk-role', { text: BY_CLOUDFORMATION, world: world({ roles }) });
    expect(policiesIn(commands)).toBe('POLICY_ARN');
    expect(summary).not.toContain('in addition');
  });

  it('is not tried while the policies are left to choose', async () => {
    const trust = trusting(`arn:aws:iam::${AWAY}:root`);
    const text = denied(CALLER, 'sts:AssumeRole', DEPLOY);
    const { check, commands } = await fixOf('trust.cdk-bootstrap', { text, world: world({ target: DEPLOY, trust }) });
    expect(policiesIn(commands)).toBe('EXECUTION_POLICY_ARNS');
    expect(check).not.toBe('allowed');
  });
});

/** The cause with other facts of the role. */
async function causeWith(situation: Situation, change: (role: RoleFacts) => RoleFacts) {
  const denialCase = await caseOf(situation);
  const { role } = denialCase.facts;
  if (role === null) throw new Error('no role');
  const causes = findCauses({ ...denialCase, facts: { ...denialCase.facts, role: change(role) } });
  const cause = causes.find(({ id }) => id === 'trust.cdk-bootstrap');
  return { summary: cause?.summary, advice: cause?.remedies.map((one) => (one.kind === 'advise' ? one.summary : '')) };
}

describe('what could not be read of a bootstrap', () => {
  const text = denied(CALLER, 'sts:AssumeRole', DEPLOY);

  it('is said where the command replaces it', async () => {
    const trust = trusting(`arn:aws:iam::${AWAY}:root`);
    const situation = { text, world: world({ target: DEPLOY, trust }) };
    const replaced = expect.stringContaining('they replace those that the execution role has');
    const unread = await causeWith(situation, ({ executionPolicies: _, ...role }) => role);
    expect(unread.advice).toEqual([replaced]);
    const none = await causeWith(situation, (role) => ({ ...role, executionPolicies: [] }));
    expect(none.advice).toEqual([expect.not.stringContaining('replace')]);
  });

  it('may be a bootstrap under a different qualifier', async () => {
    const situation = { text, world: world({ target: null }) };
    const similar = unreadable(notGiven({ what: 'the roles', toPass: null }));
    expect((await causeWith(situation, (role) => ({ ...role, similar }))).summary).toContain(
      'is not bootstrapped for the CDK under the qualifier hnb659fds:',
    );
    expect((await causeWith(situation, (role) => role)).summary).toContain('is not bootstrapped for the CDK:');
  });
});
