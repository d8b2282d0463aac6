import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Diagnosis, Step } from '../../src/model/diagnosis.ts';
import { degradations, type SnapshotFile } from '../broken-worlds/degrade.ts';
import { FAULTS, sentenceOf, shapes } from '../broken-worlds/shapes.ts';
import { soundWorld, type World } from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';
import { runs } from '../effort.ts';

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

/** Where the checklist and the causes do not say the same. */
function disagreement({ steps, causes, verdict }: Diagnosis): string | undefined {
  const failed = new Set<string>(steps.filter((step) => step.status === 'fail').map((step) => step.id));
  for (const cause of causes) {
    if (cause.layer !== null && cause.rung !== 'likely' && !failed.has(cause.layer) && !failed.has('role'))
      return `${cause.id} without a failed step`;
  }
  for (const step of steps) {
    if (step.status === 'fail' && !explained(step, causes)) return `${step.id} fails without a cause`;
    if (step.status === 'unknown' && step.gaps.length === 0) return `${step.id} is unknown without a gap`;
  }
  if (verdict === 'allowed' && failed.size > 0) return `allowed, yet ${[...failed]} fail`;
  if (verdict === 'allowed' && steps.some((step) => step.status === 'unknown')) return 'allowed, yet a step is unknown';
  return undefined;
}

function explained(step: Step, causes: Diagnosis['causes']): boolean {
  return causes.some(
    (cause) => cause.layer === step.id || cause.layer === null || (step.id === 'role' && cause.layer === 'trust'),
  );
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
