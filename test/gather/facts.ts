import { expect } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { LayerFact } from '../../src/model/policy.ts';
import type { Question } from '../../src/model/question.ts';
import { NOTHING_GIVEN, question, SESSION, TARGET } from './questions.ts';
import { type WorldFile, worldFile } from './world.ts';

/** The facts of a question in the world of `world.ts`, changed as the test needs it. */
export function facts(asked: Question, change?: (file: WorldFile) => void): Promise<Facts> {
  return gather(asked, snapshotReader(openSnapshot(worldFile(change))), NOTHING_GIVEN);
}

/** A session of one account assumes a role of the other one. */
export const ASSUME = question(SESSION, 'sts:AssumeRole', TARGET);
/** An entry of `unreadable`. */
export const denied = (account: string, call: string, on: string) => ({
  account,
  call,
  on,
  code: 'AccessDenied',
  message: 'no',
});
/** A fact that could not be read, with such a gap. */
export const gap = (more: object) => ({ status: 'unreadable', gap: expect.objectContaining(more) });

/** Names of the policies by level. */
export function names(layer: LayerFact): unknown {
  return layer.status === 'known'
    ? layer.value.map((level) => [level.name, level.policies.map(({ ref }) => ref.name)])
    : layer.status;
}
