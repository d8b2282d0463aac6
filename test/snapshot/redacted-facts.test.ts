import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { createRedaction, redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Question } from '../../src/model/question.ts';
import { runs } from '../effort.ts';
import { fated, fates } from '../gather/fates.ts';
import { NOTHING_GIVEN, QUESTIONS } from '../gather/questions.ts';
import { sdkAnswers } from '../gather/sdk-answers.ts';
import { CALLER, INNER, MANAGEMENT, ORGANIZATION, OUTER, OWNER, ROOT, worldFile } from '../gather/world.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const aws = sdkAnswers(worldFile());

async function recorded(
  name: string,
  how: Parameters<typeof fated>[1],
): Promise<{ file: SnapshotFile; question: Question }> {
  const question = QUESTIONS[name];
  if (question === undefined) throw new Error(name);
  const recorder = createRecorder(fated(aws, how));
  await gather(question, recorder.read, NOTHING_GIVEN);
  return { file: JSON.parse(JSON.stringify(recorder.snapshot(NOW, null, null))), question };
}

const facts = (question: Question, file: SnapshotFile) =>
  gather(question, snapshotReader(openSnapshot(JSON.parse(JSON.stringify(file)))), NOTHING_GIVEN);

/** Without our own words (a place without a name is called by its id), and without what is found by how much names resemble. */
function unlike(key: string, value: unknown): unknown {
  // Facts hold the end of a key's id only, and an end alone is not renamed.
  if (key === 'id' && String(value).startsWith('AKIA…')) return undefined;
  // Commands are made of names, and say which words are.
  if (key === 'shownBy' || key === 'similar' || key === 'what' || (key === 'name' && String(value).includes(' ')))
    return undefined;
  return typeof value === 'object' && value !== null && 'gaps' in value ? { ...value, name: undefined } : value;
}
const comparable = (value: unknown): unknown => JSON.parse(JSON.stringify(value, unlike));

describe('a redacted file', () => {
  it.each([false, true])('gives the facts of the file, renamed (names: %j)', async (names) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(QUESTIONS)), fates, async (name, how) => {
        const { file, question } = await recorded(name, how);
        const redact = createRedaction(file, { names });
        const redacted = redact(file);
        const renamed = await facts(redact(question), redacted);
        expect(comparable(renamed)).toEqual(comparable(redact(await facts(question, file))));
      }),
      { numRuns: runs(25, 500) },
    );
  });

  it('names no account, no organization and no entity by its id', async () => {
    for (const name of Object.keys(QUESTIONS)) {
      const { file } = await recorded(name, { oneIn: 2 ** 31, seed: 1 });
      const text = JSON.stringify(redactSnapshot(file, { names: false }));
      for (const id of [CALLER, OWNER, MANAGEMENT, ORGANIZATION, ROOT, OUTER, INNER, 'build-42', 'ana@example.com'])
        expect(text, `${id} in ${name}`).not.toContain(id);
      expect(text).not.toMatch(/A(?:ROA|IDA|GPA)[A-Z]/);
    }
  });

  it('with names names no role, user, group or policy of the account', async () => {
    for (const name of Object.keys(QUESTIONS)) {
      const { file } = await recorded(name, { oneIn: 2 ** 31, seed: 1 });
      const text = JSON.stringify(redactSnapshot(file, { names: true }));
      for (const word of [
        'deployer',
        'prod-deploy',
        'lambda-runner',
        'github"',
        'builders',
        'teams',
        'Guardrail',
        'policy/Boundary',
        'Workloads',
        '0123456789abcdef',
      ])
        expect(text, `${word} in ${name}`).not.toContain(word);
    }
  });
});
