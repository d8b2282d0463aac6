import { describe, expect, it } from 'vitest';
import { ACCOUNT_OF_CALLER, ASSUME, asUser, onlyIf } from '../cases/tables/assuming.ts';
import { causesOf, denied, diagnoseSituation, type Situation } from '../cases/tables/cause-case.ts';
import { HOME, TARGET, world } from '../cases/tables/world.ts';

const TAGGED = onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER);

async function fixOf(situation: Situation) {
  const [cause] = causesOf(await diagnoseSituation(situation), 'trust.principal-tag');
  const { who, summary, commands } = cause?.fix ?? {};
  return { who, summary, commands };
}

describe('a trust policy that asks for a tag of the caller', () => {
  it('has it changed where the caller has another value, which others may rely on', async () => {
    expect(await fixOf(asUser(TAGGED, { parts: { callerTags: { team: 'payments' } } }))).toMatchObject({
      who: 'account-admin',
      summary: 'change the tag team of the user alice from payments to platform, if nothing else relies on payments',
    });
  });

  it('has it added where the caller has none', async () => {
    expect(await fixOf(asUser(TAGGED))).toMatchObject({ summary: 'tag the user alice with team=platform' });
  });

  it('asks for an attribute of the user where the role is that of a permission set, which nobody can tag', async () => {
    const name = 'AWSReservedSSO_Dev_0123456789abcdef';
    const text = denied(`arn:aws:sts::${HOME}:assumed-role/${name}/ann`, ASSUME, TARGET);
    const roles = [`arn:aws:iam::${HOME}:role/aws-reserved/sso.amazonaws.com/eu-west-1/${name}`];
    expect(await fixOf({ text, world: world({ trust: TAGGED, roles }) })).toEqual({
      who: 'identity-center-admin',
      summary: 'give the user in IAM Identity Center the attribute for access control team with the value platform',
      commands: [],
    });
  });
});
