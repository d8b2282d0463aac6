import { expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { LayerFact } from '../../src/model/policy.ts';
import type { Read, ReadAnswer } from '../../src/model/read.ts';
import { ASSUME } from './facts.ts';
import { NOTHING_GIVEN } from './questions.ts';
import { CALLER, ORGANIZATION, ROOT, worldFile } from './world.ts';

const unit = (Id: string) => ({ Id, Type: 'ORGANIZATIONAL_UNIT' });
const root = { Id: ROOT, Type: 'ROOT' };

/** What is above each child, in an organization that lies. */
const LIES: Readonly<Record<string, (child: string) => object>> = {
  'two OUs that are above each other': (child) => unit(child === 'ou-1-1' ? 'ou-1-2' : 'ou-1-1'),
  'an OU that is above itself': () => unit('ou-1-1'),
  'ever new OUs': (child) => unit(/^\d/.test(child) ? 'ou-1-1' : `${child}1`),
  'six OUs below the root': (child) =>
    child === 'ou-1-111111' ? root : unit(/^\d/.test(child) ? 'ou-1-1' : `${child}1`),
  'a root that is called an OU': () => ({ Id: ROOT, Type: 'ORGANIZATIONAL_UNIT' }),
  'an OU that is called a root': () => ({ Id: 'ou-1-1', Type: 'ROOT' }),
  'a parent without a type': () => ({ Id: ROOT }),
};

/** The world of `world.ts`, where AWS sends no Paths, or false ones, and these parents. */
function reader(parents: (child: string) => object, paths?: readonly string[]): Read {
  const honest = snapshotReader(openSnapshot(worldFile()));
  return async (call): Promise<ReadAnswer> => {
    const answered = (output: object): ReadAnswer => ({ status: 'answered', account: null, output });
    if (call.call === 'organizations:ListParents')
      return answered({ Parents: [parents(String(call.input['ChildId']))] });
    if (call.call === 'organizations:DescribeAccount')
      return answered({ Account: { Id: call.input['AccountId'], ...(paths === undefined ? {} : { Paths: paths }) } });
    return honest(call);
  };
}

/** True if a guardrail below levels that nobody has seen is taken for one that allows. */
function isComplete(layer: LayerFact): boolean {
  return layer.status === 'absent' || (layer.status === 'known' && layer.value.every(({ gaps }) => gaps.length === 0));
}

it.each(Object.entries(LIES))('of %s, neither the path nor the guardrails are taken for known', async (_, parents) => {
  const { policies, callerOrganization } = await gather(ASSUME, reader(parents), NOTHING_GIVEN);
  expect(isComplete(policies.scp)).toBe(false);
  expect(isComplete(policies.rcp)).toBe(false);
  expect(callerOrganization).toMatchObject({ status: 'known', value: { path: { status: 'unreadable' } } });
});

it.each([
  ['six OUs', [1, 2, 3, 4, 5, 6].map((one) => `ou-1-${one}`)],
  ['an OU twice', ['ou-1-1', 'ou-1-2', 'ou-1-1']],
  ['an account above an account', ['444455556666']],
])('Paths with %s are no path', async (_, units) => {
  const path = [ORGANIZATION, ROOT, ...units, CALLER].join('/');
  const lies = reader(() => unit('ou-1-1'), [`${path}/`]);
  const { callerOrganization } = await gather(ASSUME, lies, NOTHING_GIVEN);
  expect(callerOrganization).toMatchObject({ value: { path: { status: 'unreadable' } } });
});

it('five OUs below the root are a path', async () => {
  const parents = (child: string) => (child === 'ou-1-11111' ? root : unit(/^\d/.test(child) ? 'ou-1-1' : `${child}1`));
  const { callerOrganization } = await gather(ASSUME, reader(parents), NOTHING_GIVEN);
  expect(callerOrganization).toMatchObject({ value: { path: { status: 'known' } } });
});
