import { type DiagnoseOptions, diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Diagnosis, Step } from '../../src/model/diagnosis.ts';
import { degradations, type SnapshotFile } from '../broken-worlds/degrade.ts';
import { FAULTS, sentenceOf } from '../broken-worlds/shapes.ts';
import { type Shape, soundWorld, type World } from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';

const ACROSS: Shape = {
  ask: 'assume',
  caller: 'session',
  cross: true,
  grant: 'managed',
  boundary: true,
  depth: 1,
  path: '/teams/red/',
  trusts: 'caller',
  noise: 2,
};

/** A sound world, what is broken in it, and what nobody sees. */
export interface Story {
  readonly shape?: Partial<Shape>;
  /** By the name of a fault, or by hand. */
  readonly broken?: string | ((world: World) => void);
  readonly unseen?: string;
  readonly text?: (world: World) => string;
  readonly you?: string;
  /** Where your credentials come from. */
  readonly youFrom?: string;
  readonly options?: Partial<DiagnoseOptions>;
}

/** What is diagnosed of a story. */
export async function told({
  shape,
  broken,
  unseen,
  text = sentenceOf,
  you,
  youFrom,
  options,
}: Story): Promise<Diagnosis> {
  const world = soundWorld({ ...ACROSS, ...shape });
  if (typeof broken === 'function') broken(world);
  else if (broken !== undefined) FAULTS.find(({ name }) => name === broken)?.inject(world);
  const file = structuredClone(worldSnapshot(world)) as SnapshotFile & { callerIdentity?: object }; // the builder's own file
  if (unseen !== undefined) degradations[unseen]?.(file, world);
  if (you !== undefined)
    file.callerIdentity = { Arn: you, Account: you.split(':')[4], UserId: 'AIDAEXAMPLE', Source: youFrom };
  const [diagnosis] = await diagnose(
    { text: text(world) },
    { source: openSnapshot(file), missing: world.given.missing, ...options },
  );
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return diagnosis;
}

const SYMBOLS = { pass: '✓', fail: '✗', unknown: '?', skipped: '–' } as const;

/** A step as the report has it. */
export function line({ status, title, summary }: Step): string {
  return `${SYMBOLS[status]} ${title}${summary === '' ? '' : ` | ${summary}`}`;
}
