import { describe, expect, it } from 'vitest';
import { assumesItself } from '../../src/evidence/self-assumption.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { caseOf, diagnoseSituation } from '../cases/tables/cause-case.ts';
import { AWAY, denial, diagnoseIn, HOME, ROLE, SESSION, USER, worldWith } from './world.ts';

const ASSUME = 'sts:AssumeRole';
const ASKED = denial(SESSION, ASSUME, ROLE);
const TRUST = `accounts/${HOME}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument`;
const IDENTITY = `accounts/${HOME}/authorizationDetails/RoleDetailList/0/AttachedManagedPolicies`;

/** The role with a trust policy of one statement, and without a policy that allows it anything. */
function trusting(principal: object | string, more: object = {}): object {
  const statement = { Effect: 'Allow', Principal: principal, Action: ASSUME, ...more };
  return worldWith({ [TRUST]: { Version: '2012-10-17', Statement: [statement] }, [IDENTITY]: [] });
}

function changesOf({ causes, related }: Diagnosis) {
  return [...causes, ...related.flatMap((one) => one.causes)].flatMap(({ fix }) => fix?.changes ?? []);
}

describe('a role that assumes itself', () => {
  it.each([
    ['its account', { AWS: `arn:aws:iam::${HOME}:root` }],
    ['a user', { AWS: USER }],
    ['another role', { AWS: `${ROLE}-2` }],
    ['a service', { Service: 'ec2.amazonaws.com' }],
    ['an identity provider', { Federated: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com` }],
  ])('is the cause, and no policy is offered, where it trusts %s', async (_, principal) => {
    const diagnosis = await diagnoseIn(trusting(principal), ASKED);
    expect(diagnosis).toMatchObject({ verdict: 'denied', conclusion: 'explained' });
    expect(diagnosis.causes[0]).toMatchObject({ id: 'trust.self', rung: 'evaluated', fix: { check: null } });
    expect(diagnosis.steps[0]).toMatchObject({ status: 'fail', title: 'The caller is the role itself' });
    expect(changesOf(diagnosis)).toEqual([]);
    expect(diagnosis.fixesTogether).not.toMatchObject({ check: 'still-blocked' });
  });

  it.each(['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'])('is the cause of %s too', async (action) => {
    const diagnosis = await diagnoseIn(trusting({ AWS: USER }), denial(SESSION, action, ROLE));
    expect(diagnosis.causes[0]?.id).toBe('trust.self');
    expect(changesOf(diagnosis)).toEqual([]);
  });

  it('is only likely where the policies allow it', async () => {
    const diagnosis = await diagnoseIn(trusting({ AWS: '*' }), ASKED);
    expect(diagnosis).toMatchObject({ verdict: 'allowed', conclusion: 'contradicted' });
    expect(diagnosis.causes).toMatchObject([{ id: 'trust.self', rung: 'likely' }]);
  });

  it.each([
    ['the role', { AWS: ROLE }],
    ['a session of it', { AWS: SESSION }],
    ['it among others', { AWS: [USER, ROLE] }],
  ])('is meant to where its trust policy names %s: then the condition is the cause', async (_, principal) => {
    const file = trusting(principal, { Condition: { StringEquals: { 'sts:ExternalId': 'blue' } } });
    const { causes } = await diagnoseIn(file, ASKED, { missing: ['sts:ExternalId'] });
    expect(causes.map(({ id }) => id)).toContain('trust.external-id');
    expect(causes.map(({ id }) => id)).not.toContain('trust.self');
  });

  it('gets the policy where that is the question', async () => {
    const file = trusting({ AWS: USER });
    const { causes, fixesTogether } = await diagnoseIn(file, { principal: ROLE, action: ASSUME, resource: ROLE });
    expect(causes.map(({ id }) => id)).not.toContain('trust.self');
    expect(fixesTogether).toMatchObject({ check: 'allowed' });
  });
});

describe('from the text alone', () => {
  const sso = 'AWSReservedSSO_Dev_0123456789abcdef';
  const session = (role: string) => `arn:aws:sts::${HOME}:assumed-role/${role}/botocore-session-1700000000`;
  const role = (name: string, account = HOME) => `arn:aws:iam::${account}:role/${name}`;

  it.each([
    ['at the root path', session('ci'), role('ci')],
    ['under a path, which a session does not show', session('ci'), role('teams/red/ci')],
    ['of a permission set', session(sso), role(`aws-reserved/sso.amazonaws.com/eu-west-1/${sso}`)],
  ])('it is the same role %s', async (_, caller, resource) => {
    const { causes, conclusion } = await diagnoseSituation({ text: denial(caller, ASSUME, resource) });
    expect(conclusion).toBe('explained');
    expect(causes.map(({ id }) => id)).toEqual(['trust.self']);
  });

  it.each([
    ['of another account', session('ci'), role('ci', AWAY)],
    ['with another name', session('ci'), role('ci-2')],
    ['of another partition', session('ci'), role('ci').replace('arn:aws:', 'arn:aws-cn:')],
    ['with the name of a user', USER, role('ana')],
    ['that is no role', session('ci'), `arn:aws:iam::${HOME}:user/ci`],
  ])('it is not a role %s', async (_, caller, resource) => {
    expect(assumesItself(await caseOf({ text: denial(caller, ASSUME, resource) }))).toBe(false);
  });

  it('is not a role that is passed', async () => {
    expect(assumesItself(await caseOf({ text: denial(SESSION, 'iam:PassRole', ROLE) }))).toBe(false);
  });

  it('names what the environment has of it', async () => {
    const environment = { AWS_SESSION_TOKEN: '(set)', AWS_PROFILE: 'prod' };
    const { causes } = await diagnoseSituation({ text: ASKED, environment });
    expect(causes.find(({ id }) => id === 'trust.self')?.evidence).toContainEqual({
      kind: 'answer',
      call: 'environment of this job',
      text: 'AWS_SESSION_TOKEN is set, and AWS_PROFILE=prod',
    });
  });
});
