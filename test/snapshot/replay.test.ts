import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { runs } from '../effort.ts';
import { fated, fates } from '../gather/fates.ts';
import { NOTHING_GIVEN, QUESTIONS } from '../gather/questions.ts';
import { sdkAnswers } from '../gather/sdk-answers.ts';
import { worldFile } from '../gather/world.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const aws = sdkAnswers(worldFile());

describe('a replay', () => {
  it.each(Object.keys(QUESTIONS))(
    'of a run in which everything was answered gives the same facts: %s',
    async (name) => {
      await sameFacts(name, { oneIn: 2 ** 31, seed: 1 });
    },
  );

  it('gives the same facts, whatever was answered and refused', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(QUESTIONS)), fates, sameFacts), {
      numRuns: runs(60, 1_500),
    });
  });
});

async function sameFacts(name: string, how: Parameters<typeof fated>[1]): Promise<void> {
  const question = QUESTIONS[name];
  if (question === undefined) throw new Error(name);
  const recorder = createRecorder(fated(aws, how));
  const then = await gather(question, recorder.read, NOTHING_GIVEN);
  const file: unknown = JSON.parse(JSON.stringify(recorder.snapshot(NOW, null, null)));
  const snapshot = openSnapshot(file);
  expect(snapshot.takenAt).toEqual(NOW);
  expect(await gather(question, snapshotReader(snapshot), NOTHING_GIVEN)).toEqual(then);
}
