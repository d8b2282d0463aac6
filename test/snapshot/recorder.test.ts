import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../src/gather/ask/fact-of.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { covers, slimAnswer } from '../../src/gather/snapshot/slim-answer.ts';
import { answerFrom } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { ReadAnswer, ReadCall } from '../../src/model/read.ts';
import { runs } from '../effort.ts';
import { callOf, FATES, type Fate, fakeAws, ROWS } from './fake-aws.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

interface Run {
  readonly file: SnapshotFile;
  readonly asked: readonly { readonly call: ReadCall; readonly answer: ReadAnswer }[];
}

async function record(fates: readonly Fate[]): Promise<Run> {
  const recorder = createRecorder(fakeAws(fates));
  const asked: { call: ReadCall; answer: ReadAnswer }[] = [];
  for (const [index, row] of ROWS.entries()) {
    if (fates[index] === 'unasked') continue;
    const call = callOf(row);
    asked.push({ call, answer: await recorder.read(call) });
  }
  const file: SnapshotFile = JSON.parse(JSON.stringify(recorder.snapshot(NOW, null, null)));
  return { file, asked };
}

/** The fact that an answer becomes, with what it holds of interest. */
function fact(call: ReadCall, answer: ReadAnswer): unknown {
  const about = { what: 'it', layer: null, who: 'you', provenBy: proof } as const;
  const found = factOf(call, answer, about, (output) => slimAnswer(call.call, output));
  return found.status === 'unreadable' ? found.gap.code : found;
}

function proof(output: Readonly<Record<string, unknown>>): unknown {
  return ['Role', 'User', 'InstanceProfile', 'Policy']
    .map((holder) => (Object(output[holder]) as { Arn?: unknown }).Arn) // absent: an empty object
    .find((arn) => arn !== undefined && !String(arn).includes('::aws:'));
}

const worldsOf = (...fates: Fate[]) =>
  fc.array(fc.constantFrom(...fates), { minLength: ROWS.length, maxLength: ROWS.length });
const worlds = worldsOf(...FATES);
const existing = worldsOf(...FATES.filter((fate) => !/NoSuchEntity|NotInUse/.test(fate)));

describe('a recorded run', () => {
  it('gives the same facts when it is replayed', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (fates) => {
        const { file, asked } = await record(fates);
        const snapshot = openSnapshot(file);
        for (const { call, answer } of asked) {
          const [then, now] = [fact(call, answer), fact(call, answerFrom(snapshot, call))];
          if (typeof then === 'string') expect(now, JSON.stringify(call)).toBe(then);
          else expect(now, JSON.stringify(call)).toMatchObject(Object(then));
        }
      }),
      { numRuns: runs(60, 1_500) },
    );
  });

  it('tells nothing of what nobody asked for: it is unknown, never empty or absent', async () => {
    // What follows from other answers: a place in the tree proves membership, and paths tell parents (and the other way round).
    const derived = /Describe(Organization|Account|Policy)$|ListParents/;
    await fc.assert(
      fc.asyncProperty(existing, async (fates) => {
        const { file } = await record(fates);
        const snapshot = openSnapshot(file);
        for (const [index, row] of ROWS.entries()) {
          if (fates[index] !== 'unasked' || derived.test(row[0])) continue;
          const answer = answerFrom(snapshot, callOf(row));
          if (answer.status === 'refused') expect(answer.code, row[0]).not.toMatch(/^NoSuchEntity|NotInUse/);
          else expect(covers(slimAnswer(row[0], answer.output), slimAnswer(row[0], row[2])), row[0]).toBe(true);
        }
      }),
      { numRuns: runs(60, 1_500) },
    );
  });

  it('has a place for every answer, so that `reads` holds only what has none', async () => {
    const { file } = await record(ROWS.map(() => 'answered'));
    expect(file.reads?.map(({ call }) => call)).toEqual([
      'iam:GetRequestAuthorizationDetails',
      'iam:ListAccessKeys',
      'iam:ListRoles',
      'iam:ListOpenIDConnectProviders',
    ]);
    // Nobody asks for the versions of a policy that AWS manages: so they are not known, rather than one.
    expect(file.unreadable?.map(({ call, on, code }) => [call, on, code])).toEqual([
      ['iam:ListPolicyVersions', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'NotInSnapshot'],
    ]);
    expect(file).toMatchObject({ denytrace: 'snapshot/1', scope: 'request', takenAt: NOW.toISOString() });
  });

  it('records no e-mail address and no metadata of the transport', async () => {
    const { file } = await record(ROWS.map(() => 'answered'));
    expect(JSON.stringify(file)).not.toMatch(/@|metadata|RoleLastUsed/);
  });
});
