import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { LayerFact } from '../../src/model/policy.ts';
import type { Read, ReadAnswer } from '../../src/model/read.ts';
import { NOTHING_GIVEN, QUESTIONS } from './questions.ts';
import { inRounds } from './rounds.ts';
import { sdkAnswers } from './sdk-answers.ts';
import { CALLER, OWNER, worldFile } from './world.ts';

const aws = sdkAnswers(worldFile());
const created = new Date('2026-01-01T00:00:00Z');

/** What the account has of policies, as ListPolicies answers: from the answers of GetPolicy. */
async function listOf(arns: readonly string[], account: string | null): Promise<ReadAnswer> {
  const Policies = await Promise.all(
    arns.map(async (PolicyArn) => {
      const answer = await aws({ call: 'iam:GetPolicy', account, input: { PolicyArn }, partition: 'aws' });
      const { Policy } = (answer.status === 'answered' ? answer.output : {}) as { Policy?: object }; // as GetPolicy answers
      return { ...Policy, CreateDate: created, UpdateDate: created };
    }),
  );
  return { status: 'answered', account, output: { Policies, IsTruncated: false } };
}

async function attached(): Promise<readonly string[]> {
  const { rounds } = await gathered(aws);
  const asked = rounds
    .flat()
    .flatMap(({ call, input }) => (call === 'iam:GetPolicyVersion' ? [String(input['PolicyArn'])] : []));
  return [...new Set(asked)];
}

async function gathered(read: Read) {
  const question = QUESTIONS['a user assumes a role'];
  if (question === undefined) throw new Error('no question');
  const { read: inTurn, drive } = inRounds(read);
  return drive(gather(question, inTurn, NOTHING_GIVEN));
}

const arns = await attached();
const withList = (list: (account: string | null) => ReadAnswer | Promise<ReadAnswer>): Read => {
  return (call) => (call.call === 'iam:ListPolicies' ? Promise.resolve(list(call.account)) : aws(call));
};
const all = withList((account) => listOf(arns, account));

/** The policies of all layers, as they would be without the list. */
const documents = async (read: Read) => {
  const { result } = await gathered(read);
  const layers: Readonly<Record<string, LayerFact>> = { ...result.policies };
  return Object.entries(layers).map(([layer, fact]) => [
    layer,
    fact.status === 'known'
      ? fact.value.map(({ policies, gaps }) => [gaps, policies.map(({ ref, document }) => [ref, document])])
      : fact.status,
  ]);
};

describe('the list of attached policies', () => {
  it('saves a round trip: the policies of groups are read in the third', async () => {
    expect((await gathered(aws)).rounds).toHaveLength(4);
    expect((await gathered(all)).rounds).toHaveLength(3);
  });

  it('is asked for in the first round, once, in the account of a user', async () => {
    const { rounds } = await gathered(all);
    const lists = rounds.map((round) => round.filter(({ call }) => call === 'iam:ListPolicies'));
    expect(lists.map((round) => round.map(({ account }) => account))).toEqual([[CALLER], [], []]);
  });

  it('changes nothing of what is read', async () => {
    expect(await documents(all)).toEqual(await documents(aws));
  });

  const UNUSABLE: Readonly<Record<string, (account: string | null) => ReadAnswer | Promise<ReadAnswer>>> = {
    refused: (account) => ({ status: 'refused', account, code: 'AccessDenied', message: 'no' }),
    throttled: (account) => ({ status: 'refused', account, code: 'Throttling', message: 'slow down' }),
    'of another account': async () => ({ ...(await listOf(arns, CALLER)), account: OWNER }),
    'of an account that is not proven': async () => ({ ...(await listOf(arns, CALLER)), account: null }),
    'without a list': (account) => ({ status: 'answered', account, output: {} }),
    'with a policy that names no version': (account) => ({
      status: 'answered',
      account,
      output: { Policies: arns.map((Arn) => ({ Arn })) },
    }),
    empty: (account) => ({ status: 'answered', account, output: { Policies: [] } }),
  };

  it.each(Object.keys(UNUSABLE))('is done without where it is %s, and nothing is said about it', async (name) => {
    const list = UNUSABLE[name];
    if (list === undefined) throw new Error(name);
    expect(await documents(withList(list))).toEqual(await documents(aws));
    const { result } = await gathered(withList(list));
    expect(JSON.stringify(result)).not.toContain('iam:ListPolicies');
  });

  it('is not waited for', async () => {
    const question = QUESTIONS['a user assumes a role'];
    if (question === undefined) throw new Error('no question');
    const never = new Promise<ReadAnswer>(() => {});
    const facts = await gather(
      question,
      (call) => (call.call === 'iam:ListPolicies' ? never : aws(call)),
      NOTHING_GIVEN,
    );
    expect(facts.policies.identity.status).toBe('known');
  });

  it('yields to the list of versions where a policy has had several', async () => {
    const older = withList(async (account) => {
      const answer = await listOf(arns, account);
      const { Policies } = (answer.status === 'answered' ? answer.output : {}) as { Policies: readonly object[] }; // as above
      const changed = Policies.map((policy) => ({ ...policy, DefaultVersionId: 'v99', UpdateDate: new Date() }));
      return { ...answer, output: { Policies: changed } };
    });
    const own = (await documents(older)).filter(([layer]) => layer === 'identity');
    expect(own).toEqual((await documents(aws)).filter(([layer]) => layer === 'identity'));
  });

  it('leaves no trace in a recording but the policies that were read, and the replay has the same', async () => {
    const other = `arn:aws:iam::${CALLER}:policy/of-nobody-here`;
    const recorder = createRecorder(
      withList(async (account) => {
        const answer = await listOf(arns, account);
        const { Policies } = (answer.status === 'answered' ? answer.output : {}) as { Policies: readonly object[] }; // as above
        return { ...answer, output: { Policies: [...Policies, { Arn: other, DefaultVersionId: 'v1' }] } };
      }),
    );
    const live = await documents(recorder.read);
    const file = recorder.snapshot(new Date(0), null, null);
    expect(JSON.stringify(file)).not.toContain('of-nobody-here');
    expect(JSON.stringify(file)).not.toContain('"iam:ListPolicies"');
    expect(await documents(snapshotReader(openSnapshot(JSON.parse(JSON.stringify(file)))))).toEqual(live);
  });
});
