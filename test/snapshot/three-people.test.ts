import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCall } from '../../src/gather/calls/find-call.ts';
import { gather } from '../../src/gather/gather.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import { mergeSnapshots } from '../../src/gather/snapshot/merge-snapshots.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Read } from '../../src/model/read.ts';
import { runs } from '../effort.ts';
import { NOTHING_GIVEN, QUESTIONS } from '../gather/questions.ts';
import { sdkAnswers } from '../gather/sdk-answers.ts';
import { CALLER, OWNER, worldFile } from '../gather/world.ts';

const aws = sdkAnswers(worldFile());

/** What somebody with credentials of one account sees: that account, and with `isAdmin` the organization. */
function seenFrom(account: string, isAdmin: boolean): Read {
  return async (call) => {
    const answerer = findCall(call.call)?.answeredBy;
    if (answerer === 'organization')
      return isAdmin
        ? aws(call)
        : { status: 'refused', account, code: 'AccessDeniedException', message: 'not the admin' };
    if (answerer === 'any' && account !== CALLER)
      return { status: 'refused', account, code: 'AccessDenied', message: 'not yours' };
    if (call.account === account || call.account === null || answerer === 'any') return aws(call);
    return { status: 'refused', account, code: 'OtherAccount', message: `signed in to ${account}` };
  };
}

const PEOPLE = {
  caller: seenFrom(CALLER, false),
  owner: seenFrom(OWNER, false),
  admin: seenFrom('999900001111', true),
};

async function recordedBy(read: Read, name: string, isIncident: boolean): Promise<unknown> {
  const question = QUESTIONS[name];
  if (question === undefined) throw new Error(name);
  const recorder = createRecorder(read);
  await gather(question, recorder.read, NOTHING_GIVEN);
  const incident = isIncident ? { text: 'AccessDenied', context: {}, options: {} } : null;
  return JSON.parse(JSON.stringify(recorder.snapshot(new Date(0), null, incident)));
}

/** Questions that do not depend on a resource policy, which only snapshots hold. */
const names = Object.keys(QUESTIONS).filter((name) => QUESTIONS[name]?.principal && !name.includes('object'));

describe('the snapshots of the caller, the owner of the role and the admin of the organization', () => {
  it('together give the facts that somebody who sees everything has, in any order', async () => {
    const order = fc.shuffledSubarray(['caller', 'owner', 'admin'] as const, { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), order, async (name, people) => {
        const question = QUESTIONS[name];
        if (question === undefined) throw new Error(name);
        const files = await Promise.all(people.map((who) => recordedBy(PEOPLE[who], name, who === 'caller')));
        const all = mergeSnapshots(files.map((file) => openSnapshot(file)));
        const together = await gather(question, snapshotReader(all), NOTHING_GIVEN);
        const whole = await gather(question, aws, NOTHING_GIVEN);
        // Whoever may list the roles of the caller's account did not see the trust policy that names the id.
        expect({ ...together, uniqueIds: {} }).toEqual({ ...whole, uniqueIds: {} });
      }),
      { numRuns: runs(20, 300) },
    );
  });

  it('are none of them enough alone', async () => {
    const name = 'a session assumes a role of another account';
    const question = QUESTIONS[name];
    if (question === undefined) throw new Error(name);
    const seen = await Promise.all(
      Object.values(PEOPLE).map(async (read) => {
        const snapshot = openSnapshot(await recordedBy(read, name, false));
        const { policies } = await gather(question, snapshotReader(snapshot), NOTHING_GIVEN);
        return [policies.identity.status, policies.resource.status, policies.scp.status];
      }),
    );
    expect(seen).toEqual([
      ['known', 'unreadable', 'unreadable'],
      ['unreadable', 'known', 'unreadable'],
      ['unreadable', 'unreadable', 'known'],
    ]);
  });
});
