import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { callKey } from '../../src/gather/readers/memoize.ts';
import type { Read } from '../../src/model/read.ts';
import { NOTHING_GIVEN, QUESTIONS, SESSION } from './questions.ts';
import { inRounds } from './rounds.ts';
import { sdkAnswers } from './sdk-answers.ts';
import { INNER, OUTER, ROOT, worldFile } from './world.ts';

const aws = sdkAnswers(worldFile());

/** An older DescribeAccount, or one with fewer permissions: no paths. */
const withoutPaths: Read = async (call) =>
  call.call === 'organizations:DescribeAccount'
    ? { status: 'refused', account: call.account, code: 'AccessDeniedException', message: '' }
    : aws(call);

async function driven(name: string, read: Read) {
  const question = QUESTIONS[name];
  if (question === undefined) throw new Error(name);
  const { read: inTurn, drive } = inRounds(read);
  return drive(gather(question, inTurn, NOTHING_GIVEN));
}

/** The types of organization policies that are asked for. */
async function filtersAsked(read: Read) {
  const { rounds } = await driven('a session assumes a role of another account', read);
  const filters = rounds
    .flat()
    .flatMap(({ call, input }) => (call === 'organizations:ListPoliciesForTarget' ? [String(input['Filter'])] : []));
  return [...new Set(filters)].toSorted();
}

const names = Object.keys(QUESTIONS);

describe('gather', () => {
  it.each(names.filter((name) => QUESTIONS[name]?.principal))(
    'needs four round trips for a named caller: %s',
    async (name) => {
      const { rounds } = await driven(name, aws);
      expect(rounds.length).toBeLessThanOrEqual(4);
    },
  );

  it.each(names)('needs one more where it first has to learn who calls: %s', async (name) => {
    const { rounds } = await driven(name, aws);
    expect(rounds.length).toBeLessThanOrEqual(5);
  });

  it.each(names)('needs two more where DescribeAccount tells no paths: %s', async (name) => {
    const { rounds } = await driven(name, withoutPaths);
    expect(rounds.length).toBeLessThanOrEqual(QUESTIONS[name]?.principal ? 6 : 7);
  });

  it.each(names)('asks each thing once: %s', async (name) => {
    const { rounds } = await driven(name, aws);
    const keys = rounds.flat().map(callKey);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('starts everything that a named caller and resource allow in the first round', async () => {
    const { rounds } = await driven('a session assumes a role of another account', aws);
    const first = rounds[0]?.map(({ call, account, input }) => [call, account, ...Object.values(input)].join(' '));
    expect(first?.toSorted()).toEqual(
      [
        'iam:GetRole 111122223333 deployer',
        'iam:GetRole 444455556666 prod-deploy',
        'iam:ListAttachedRolePolicies 111122223333 deployer',
        'iam:ListRolePolicies 111122223333 deployer',
        'organizations:DescribeAccount 111122223333 111122223333',
        'organizations:DescribeAccount 444455556666 444455556666',
        'organizations:DescribeOrganization 111122223333',
        'organizations:DescribeOrganization 444455556666',
        'organizations:ListParents 111122223333 111122223333',
        'organizations:ListParents 444455556666 444455556666',
        'organizations:ListRoots 111122223333',
        'organizations:ListRoots 444455556666',
        'sts:GetCallerIdentity ',
      ].toSorted(),
    );
  });

  it('reads every level of the organization in the second round where the account tells its path', async () => {
    const { rounds } = await driven('a session assumes a role of another account', aws);
    const levels = rounds[1]?.filter(({ call }) => call === 'organizations:ListPoliciesForTarget');
    const ofCaller = levels?.filter(({ input }) => input['Filter'] === 'SERVICE_CONTROL_POLICY');
    expect(ofCaller?.map(({ input }) => input['TargetId']).toSorted()).toEqual(
      ['111122223333', INNER, OUTER, ROOT].toSorted(),
    );
  });

  it('asks for no policies of a type that is not enabled', async () => {
    const asked = await filtersAsked(async (call) => {
      const answer = await aws(call);
      if (call.call !== 'organizations:ListRoots' || answer.status !== 'answered') return answer;
      const Roots = [{ Id: ROOT, PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }];
      return { ...answer, output: { Roots } };
    });
    expect(asked).toEqual(['SERVICE_CONTROL_POLICY']);
  });

  it('asks for both types where nobody tells which are enabled', async () => {
    const asked = await filtersAsked(async (call) =>
      call.call === 'organizations:ListRoots'
        ? { status: 'refused', account: null, code: 'AccessDeniedException', message: '' }
        : aws(call),
    );
    expect(asked).toEqual(['RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY']);
  });

  it('does not read what was given', async () => {
    const { read, drive } = inRounds(aws);
    const question = QUESTIONS['a session assumes a role of another account'];
    if (question === undefined) throw new Error('no question');
    const given = { ...NOTHING_GIVEN, scp: { Statement: [] }, rcp: { Statement: [] } };
    const { result, rounds } = await drive(gather(question, read, given));
    expect(result.policies.scp).toMatchObject({ status: 'known', value: [{ name: 'service control policy' }] });
    expect(rounds.flat().filter(({ call }) => call === 'organizations:ListPoliciesForTarget')).toEqual([]);
    expect(result.principal?.arn).toBe(SESSION);
  });
});
