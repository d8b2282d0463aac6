import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { degradations, type SnapshotFile } from '../broken-worlds/degrade.ts';
import { FAULTS, sentenceOf, shapes } from '../broken-worlds/shapes.ts';
import { soundWorld, type World } from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';
import { runs } from '../effort.ts';
import { disagreement } from './disagreement.ts';

/** Each world is diagnosed twice from end to end, so fewer have to do here. */
const WORLDS = runs(100, 5_000);
const NAMES = Object.keys(degradations);

async function diagnosed(world: World, file: unknown): Promise<Diagnosis> {
  const service = world.given.service === undefined ? {} : { service: world.given.service };
  const [diagnosis] = await diagnose(
    { text: sentenceOf(world) },
    { source: openSnapshot(file), missing: world.given.missing, ...service },
  );
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return diagnosis;
}

describe('a diagnosis', () => {
  it(`is never overturned by learning more, and its steps say what was found (${WORLDS} worlds)`, async () => {
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.array(fc.nat(), { maxLength: 3 }),
        fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }),
        async (shape, picks, blind) => {
          const world = soundWorld(shape);
          for (const pick of picks) {
            const fitting = FAULTS.filter((fault) => fault.fits(world));
            fitting[pick % Math.max(1, fitting.length)]?.inject(world);
          }
          const whole = worldSnapshot(world);
          const less = structuredClone(whole) as SnapshotFile; // the builder's own file
          for (const name of blind) degradations[name]?.(less, world);
          const [seeing, blinded] = [await diagnosed(world, whole), await diagnosed(world, less)];
          if (blinded.verdict !== 'undetermined') expect(seeing.verdict).toBe(blinded.verdict);
          expect(disagreement(seeing)).toBeUndefined();
          expect(disagreement(blinded)).toBeUndefined();
        },
      ),
      { numRuns: WORLDS },
    );
  });
});
