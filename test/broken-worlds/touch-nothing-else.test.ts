import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCase } from '../../src/diagnose/build-case.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { memoize } from '../../src/gather/readers/memoize.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Diagnosis, Fix } from '../../src/model/diagnosis.ts';
import type { Read } from '../../src/model/read.ts';
import { runs } from '../effort.ts';
import { applyFix } from './apply-fix.ts';
import { type Bystander, bystandersOf, withBystanders } from './bystanders.ts';
import { OWNED_FAULTS, type OwnedFault } from './condition-faults.ts';
import type { Fault } from './fault.ts';
import { FAULTS, sentenceOf, shapes } from './shapes.ts';
import { soundWorld, type World } from './world.ts';
import { worldSnapshot } from './world-snapshot.ts';

type AnyFault = Fault | OwnedFault;

const WORLDS = runs(60, 20_000);

async function ask(world: World, file: unknown, sent: Record<string, readonly string[]> = {}): Promise<Diagnosis> {
  const { missing, context, service } = world.given;
  const [diagnosis] = await diagnose(
    { text: sentenceOf(world) },
    {
      source: openSnapshot(file),
      missing: missing.filter((key) => !(key in sent)),
      context: { ...context, ...sent },
      ...(service === undefined ? {} : { service }),
    },
  );
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return diagnosis;
}

/** Everything that a file says, read once for all that is asked about it. */
function readerOf(file: unknown): Read {
  return memoize(snapshotReader(openSnapshot(file)));
}

async function isDenied({ given }: World, read: Read, { request, context }: Bystander): Promise<boolean> {
  const { principal, action, resource } = request;
  const { service } = given;
  const { denialCase } = await buildCase(
    { denial: null, count: 1, text: '' },
    {
      given: {
        ...{ context, missing: given.missing.filter((key) => !(key in context)), assume: {} },
        ...{ caller: principal, action, resource, ...(service === undefined ? {} : { service }) },
      },
      read,
      environment: { variables: {} },
      now: new Date('2026-11-24T12:00:00Z'),
      nowFrom: 'the snapshot',
    },
  );
  return denialCase.verdict?.allowed === 'no';
}

/** Those who must stay denied: they are now, and, unless a guard denies them, would be if nothing were broken. */
async function deniedBeside(
  world: World,
  sound: object,
  broken: object,
  fault: AnyFault,
): Promise<readonly Bystander[]> {
  const now = readerOf(broken);
  const healthy = readerOf(sound);
  const denied: Bystander[] = [];
  for (const one of bystandersOf(world, 'key' in fault && fault.key.owner === 'way'))
    if ((await isDenied(world, now, one)) && (isGuard(fault) || (await isDenied(world, healthy, one))))
      denied.push(one);
  return denied;
}

/** How much was looked at, so that a test that looks at nothing fails. */
interface Seen {
  fixes: number;
  bystanders: number;
}

/** What is wrong with the fixes of a world with this fault. */
async function complaints(shape: World['shape'], fault: AnyFault, seen: Seen): Promise<readonly string[]> {
  const healthy = soundWorld(shape);
  const world = soundWorld(shape);
  fault.inject(world);
  const sound = withBystanders(worldSnapshot(healthy), healthy);
  const broken = withBystanders(worldSnapshot(world), world);
  const diagnosis = await ask(world, broken);
  if (diagnosis.verdict !== 'denied')
    return [`verdict ${diagnosis.verdict}: ${diagnosis.open.map(({ what }) => what)}`];
  const fixes = diagnosis.causes.flatMap(({ id, fix }) => (fix === null ? [] : [{ id, fix }]));
  const wrong: string[] = [];
  const beside = await deniedBeside(world, sound, broken, fault);
  for (const { id, fix } of fixes) {
    wrong.push(...foreignKeys(fix, fault).map((key) => `${id} sends ${key}`));
    if (fix.changes.length === 0 && fix.request === undefined) continue;
    if (fix.check !== 'allowed') {
      // The policy of the endpoint that the request would come through is not known.
      if (fix.changes.length > 0 || Object.keys(fix.request?.context ?? {}).join() !== 'aws:SourceVpce')
        wrong.push(`${id}: ${fix.check}: ${fix.summary}`);
      continue;
    }
    const fixed = applyFix(broken, fix);
    const after = await ask(world, fixed, fix.request?.context);
    if (after.verdict !== 'allowed') wrong.push(`${id}: ${after.verdict} after ${fix.summary}`);
    const read = readerOf(fixed);
    seen.fixes += 1;
    seen.bystanders += beside.length;
    for (const one of beside)
      if (!(await isDenied(world, read, one)))
        wrong.push(
          `${id} lets in ${one.name}: ${fix.summary} ${JSON.stringify(fix.changes.map(({ pointer, after: now }) => [pointer, now]))}`,
        );
  }
  return wrong;
}

function isGuard(fault: AnyFault): boolean {
  return 'isGuard' in fault ? fault.isGuard : /deny/.test(fault.name);
}

/** Keys that a fix says to send, and that nobody who calls can send. */
function foreignKeys({ request }: Fix, fault: AnyFault): readonly string[] {
  const owner = 'key' in fault ? fault.key.owner : 'call';
  return owner === 'resource' || owner === 'service' ? Object.keys(request?.context ?? {}) : [];
}

const ALL: readonly AnyFault[] = [...FAULTS.filter(({ repairable }) => repairable !== false), ...OWNED_FAULTS];

describe('a fix', () => {
  it(`makes the request allowed, and lets nobody and nothing else in (${WORLDS} worlds)`, async () => {
    const wrong = new Map<string, string>();
    const seen: Seen = { fixes: 0, bystanders: 0 };
    let worlds = 0;
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(), async (shape, pick) => {
        if (shape.ask === 'pass' && shape.cross) return;
        const fitting = ALL.filter((fault) => fault.fits(soundWorld(shape)));
        const fault = fitting[pick % fitting.length];
        if (fault === undefined) return;
        worlds += 1;
        for (const complaint of await complaints(shape, fault, seen))
          wrong.set(
            `${fault.name}: ${complaint.slice(0, 40)}`,
            `${fault.name} (${JSON.stringify(shape)}): ${complaint}`,
          );
      }),
      { numRuns: WORLDS, seed: 20_261_130 },
    );
    expect([...wrong.values()].slice(0, 100).join('\n')).toBe('');
    expect(worlds).toBeGreaterThan(WORLDS * 0.7);
    expect(seen.fixes).toBeGreaterThan(worlds * 0.5);
    expect(seen.bystanders).toBeGreaterThan(seen.fixes * 2);
  });
});
