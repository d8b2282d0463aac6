import type { CauseId } from '../../../src/causes/registry.ts';
import { buildCase } from '../../../src/diagnose/build-case.ts';
import { diagnoseSubjects } from '../../../src/diagnose/diagnose-subjects.ts';
import type { Surroundings } from '../../../src/diagnose/subject.ts';
import { subjectsOfText } from '../../../src/diagnose/subject.ts';
import { memoize } from '../../../src/gather/readers/memoize.ts';
import { readNothing } from '../../../src/gather/readers/read-nothing.ts';
import { openSnapshot } from '../../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../../src/gather/snapshot/snapshot-reader.ts';
import type { Certainty } from '../../../src/model/certainty.ts';
import type { DenialCase } from '../../../src/model/denial-case.ts';
import type { Cause, Diagnosis } from '../../../src/model/diagnosis.ts';
import type { UserOptions } from '../../../src/model/question.ts';
import type { Json } from './world.ts';

/** One incident: what was pasted, what can be read, what the user adds. */
export interface Situation {
  readonly text: string;
  /** A snapshot; without one nothing can be read. */
  readonly world?: Json;
  readonly given?: Partial<UserOptions>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A cause with an incident in which it is the cause, one in which it is not, and one in which nobody can tell. */
export interface CauseCase {
  readonly cause: CauseId;
  /** Where a cause has several cases: what is special about this one. */
  readonly name?: string;
  readonly is: Situation;
  /** How sure it is there. */
  readonly rung: Certainty;
  /** The place in a policy that the evidence points to; undefined for causes that no policy shows. */
  readonly pointer?: string;
  /** What its fix is proven to do; null: it has none. */
  readonly check: 'allowed' | 'open' | 'still-blocked' | null;
  /** True where the cause stands in what the same call needs besides. */
  readonly related?: boolean;
  readonly isNot: Situation;
  /** The cause must not be certain there. Left out where the text alone always tells. */
  readonly unknown?: Situation;
}

/** One incident from text to its diagnosis. */
export async function diagnoseSituation(situation: Situation): Promise<Diagnosis> {
  const { text } = situation;
  const [diagnosis, ...others] = await diagnoseSubjects(subjectsOfText(text), surroundingsOf(situation));
  if (diagnosis === undefined || others.length > 0)
    throw new Error(`${others.length} more denials than one in: ${text}`);
  return diagnosis;
}

/** What the checks judge of an incident. */
export async function caseOf(situation: Situation): Promise<DenialCase> {
  const [subject] = subjectsOfText(situation.text);
  if (subject === undefined) throw new Error(`no denial in: ${situation.text}`);
  return (await buildCase(subject, surroundingsOf(situation))).denialCase;
}

function surroundingsOf({ world, given, environment }: Situation): Surroundings {
  const read = world === undefined ? readNothing : snapshotReader(openSnapshot(world));
  return {
    given: { context: {}, missing: [], assume: {}, ...given },
    read: memoize(read),
    environment: { variables: environment ?? {} },
    now: new Date('2026-11-24T12:00:00Z'),
    nowFrom: 'now',
  };
}

/** All causes with an id, those of related requests included where they are asked for. */
export function causesOf(diagnosis: Diagnosis, id: string, related = false): readonly Cause[] {
  const all = related ? diagnosis.related.flatMap(({ causes }) => causes) : diagnosis.causes;
  return all.filter((cause) => cause.id === id);
}

/** The pointers into policies that a cause's evidence holds. */
export function pointersOf({ evidence }: Cause): readonly string[] {
  return evidence.flatMap((one) => {
    if (one.kind === 'statement') return [one.pointer];
    return one.kind === 'searched' && one.nearest !== null ? [one.nearest.pointer] : [];
  });
}

/** AWS's sentence. */
export function denied(caller: string, action: string, resource: string | null, clause = ''): string {
  const on = resource === null ? '' : ` on resource: ${resource}`;
  const operation = action.slice(action.indexOf(':') + 1);
  return `An error occurred (AccessDenied) when calling the ${operation} operation: User: ${caller} is not authorized to perform: ${action}${on}${clause}`;
}
