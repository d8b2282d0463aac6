import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { FAULTS, sentenceOf, shapes } from '../broken-worlds/shapes.ts';
import { soundWorld, type World } from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';
import { runs } from '../effort.ts';

async function diagnosed(file: SnapshotFile, world: World): Promise<Diagnosis> {
  const service = world.given.service === undefined ? {} : { service: world.given.service };
  const [diagnosis] = await diagnose(
    { text: file.incident?.text ?? '' },
    { source: openSnapshot(JSON.parse(JSON.stringify(file))), missing: world.given.missing, ...service },
  );
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return diagnosis;
}

/** What a diagnosis decides. */
const decided = ({ verdict, conclusion, steps, causes }: Diagnosis) => ({
  verdict,
  conclusion,
  steps: steps.map(({ id, status, rung }) => [id, status, rung]),
  causes: causes.map(({ id, rung, fix }) => [id, rung, fix?.check]),
});

describe('a redacted incident', () => {
  it.each([false, true])('has the diagnosis of the incident (names: %j)', async (names) => {
    await fc.assert(
      fc.asyncProperty(shapes, fc.array(fc.nat(), { maxLength: 3 }), async (shape, picks) => {
        const world = soundWorld(shape);
        for (const pick of picks) {
          const fitting = FAULTS.filter((fault) => fault.fits(world));
          fitting[pick % Math.max(1, fitting.length)]?.inject(world);
        }
        const incident = { text: sentenceOf(world), context: {}, options: {} };
        const file = { ...worldSnapshot(world), incident } as SnapshotFile; // the builder's own file
        const redacted = redactSnapshot(file, { names });
        expect(JSON.stringify(redacted)).not.toMatch(/111122223333|444455556666|999988887777|run-7/);
        expect(decided(await diagnosed(redacted, world))).toEqual(decided(await diagnosed(file, world)));
      }),
      { numRuns: runs(20, 300) },
    );
  });
});
