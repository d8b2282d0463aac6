import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { degradations, type SnapshotFile } from '../broken-worlds/degrade.ts';
import type { Fault } from '../broken-worlds/fault.ts';
import { FAULTS, sentenceOf, shapes } from '../broken-worlds/shapes.ts';
import {
  actionOf,
  allow,
  callerEntity,
  document,
  resourceArn,
  type Shape,
  soundWorld,
  type World,
} from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';
import { runs } from '../effort.ts';
import { blinded } from './blinders.ts';
import { explore } from './explore.ts';
import { randomWorld } from './random-world.ts';
import { recordings } from './tape.ts';

const WORLDS = runs(150, 5_000);
const RANDOM_WORLDS = runs(1_000, 50_000);
const NAMES = Object.keys(degradations);

type Proven = Pick<Diagnosis['causes'][number], 'rung' | 'layer' | 'id'>;

function isCertain({ rung }: Proven): boolean {
  return rung === 'aws' || rung === 'evaluated';
}

/** How somebody asks, and what they see of it. */
interface Asked {
  readonly shape: Shape;
  readonly session: string;
  readonly blind: readonly string[];
}

/** What is diagnosed of a world with these faults. */
async function seen(
  { shape, session, blind }: Asked,
  faults: readonly Fault[],
  undo: (world: World) => void = () => undefined,
): Promise<Diagnosis> {
  const world = soundWorld(shape);
  for (const fault of faults) fault.inject(world);
  undo(world);
  const file = structuredClone(worldSnapshot(world)) as SnapshotFile; // the builder's own file
  for (const name of blind) degradations[name]?.(file, world);
  const service = world.given.service === undefined ? {} : { service: world.given.service };
  const text = sentenceOf(world).replace('/run-7', `/${session}`);
  const [diagnosis] = await diagnose(
    { text },
    { source: openSnapshot(file), missing: world.given.missing, ...service },
  );
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return diagnosis;
}

/** What would be otherwise without a cause that only the name of the session shows. */
const UNDONE: Readonly<Record<string, (world: World) => void>> = {
  'caller.intermediate-role': (world) => {
    const caller = { AWS: callerEntity(world.shape) };
    world.resource = document({ Effect: 'Allow', Principal: caller, Action: 'sts:AssumeRole' });
  },
  'caller.service-session': (world) => {
    world.identity.Statement.push(allow(actionOf(world.shape), resourceArn(world.shape)));
  },
};
const SESSIONS = ['botocore-session-1700000000', 'AWSCloudFormation'];

/** What a diagnosis says of the verdict: the answer, and what each step comes to. */
function answers({ verdict, steps }: Diagnosis): string {
  return JSON.stringify([verdict, steps.map(({ id, status }) => [id, status])]);
}

function idle({ causes, steps }: Diagnosis): readonly string[] {
  const passed = new Set<string>(steps.flatMap(({ id, status }) => (status === 'pass' ? [id] : [])));
  return causes.flatMap(({ id, layer }) =>
    layer !== null && passed.has(layer) ? [`${id} under a step that passes`] : [],
  );
}

describe('a likely cause', () => {
  it(`changes the answer if it is undone, beside what is proven (${WORLDS} worlds)`, async () => {
    let likely = 0;
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 }),
        fc.constantFrom(...SESSIONS),
        async (shape, picks, blind, session) => {
          const asked = { shape, session, blind };
          const fitting = FAULTS.filter((fault) => fault.fits(soundWorld(shape)));
          const faults = [...new Set(picks.flatMap((pick) => fitting[pick % Math.max(1, fitting.length)] ?? []))];
          const diagnosis = await seen(asked, faults);
          expect(idle(diagnosis)).toEqual([]);
          const proven = new Set(diagnosis.causes.filter(isCertain).map(({ layer }) => layer));
          if (proven.size === 0) return;
          for (const { id, layer } of diagnosis.causes.filter((cause) => !isCertain(cause))) {
            likely += 1;
            const undo = UNDONE[id];
            if (undo !== undefined) {
              expect(answers(await seen(asked, faults, undo)), id).not.toBe(answers(diagnosis));
              // A fault of the same layer, which would go with those that are proven, is left.
            } else if (layer !== null && !proven.has(layer)) {
              const others = faults.filter((fault) => !proven.has(fault.layer));
              const without = await seen(asked, others);
              const step = without.steps.find((one) => one.id === layer);
              expect(['fail', 'unknown'], `${id} once nothing proven blocks`).toContain(step?.status);
            }
          }
        },
      ),
      { numRuns: WORLDS, seed: 20_261_130 },
    );
    expect(likely).toBeGreaterThan(0);
  });

  it(`is of no layer that lets the request through (${RANDOM_WORLDS} worlds)`, () => {
    fc.assert(
      fc.property(recordings, recordings, fc.boolean(), (tape, hidden, hide) => {
        const world = randomWorld(tape.play());
        const { causes, steps } = explore(hide ? blinded(world, hidden.play()) : world);
        const passed = new Set<string>(steps.flatMap(({ id, status }) => (status === 'pass' ? [id] : [])));
        expect(causes.filter(({ layer }) => layer !== null && passed.has(layer)).map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: RANDOM_WORLDS },
    );
  });
});
