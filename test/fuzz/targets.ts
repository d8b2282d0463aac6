import { diagnose } from '../../src/diagnose/diagnose.ts';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { subjectsOfText } from '../../src/diagnose/subject.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import type { Snapshot } from '../../src/gather/snapshot/snapshot.ts';
import { SnapshotError } from '../../src/gather/snapshot/snapshot-error.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { Read, ReadAnswer } from '../../src/model/read.ts';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { render } from '../../src/report/render.ts';
import { FAULTS, sentenceOf } from '../broken-worlds/shapes.ts';
import { type Shape, soundWorld, type World } from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';
import { cost } from '../cost.ts';
import { disagreement } from '../properties/disagreement.ts';
import { Tape } from '../properties/tape.ts';
import { CANARY } from '../secrets/planted.ts';
import { mutatedJson } from './mutate-json.ts';
import { mutatedText, number } from './mutate-text.ts';

/** Builds an input of the bytes and runs it; throws where a rule does not hold. */
export type Target = (bytes: Uint8Array) => Promise<void>;

const NOW = new Date('2026-11-24T12:00:00Z');

/** What may not be in any output: a control character but a line break, what changes direction or is invisible. */
const HIDDEN = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Prints in one of the formats, and checks what every output must hold to. `about` is what to show of an input that fails. */
function check(diagnoses: readonly Diagnosis[], [turn = 0]: Uint8Array, about: string): void {
  for (const format of FORMAT_NAMES.filter((_, index) => index === turn % FORMAT_NAMES.length)) {
    const printed = render(diagnoses, format, { detail: 'verbose', all: true });
    const hidden = HIDDEN.exec(printed);
    if (hidden !== null) throw new Error(`${format} shows ${JSON.stringify(hidden[0])} for ${about}`);
    const at = printed.indexOf(CANARY);
    if (at >= 0)
      throw new Error(`${format} shows a secret (…${printed.slice(Math.max(0, at - 60), at + 20)}…) for ${about}`);
  }
  for (const diagnosis of diagnoses) {
    const wrong = disagreement(diagnosis);
    // Of several sentences in one, each may be about something else: what AWS is quoted with fails no step then.
    if (diagnosis.causes.some(({ id, rung }) => rung === 'aws' && wrong === `${id} without a failed step`)) continue;
    if (wrong !== undefined) throw new Error(`${wrong}, for ${about}`);
  }
}

async function texts(bytes: Uint8Array): Promise<void> {
  const text = mutatedText(new Tape(bytes));
  const about = JSON.stringify(text);
  // A text may hold hundreds of denials: a few show as much.
  const subjects = subjectsOfText(text).slice(0, 4);
  check(await diagnosed(subjects, async () => UNREAD), bytes, about);
  const recorder = createRecorder(async () => UNREAD);
  const incident = { text: subjects.map((subject) => subject.text).join('\n'), context: {}, options: {} };
  const file = recorder.snapshot(NOW, null, incident);
  for (const kept of [file, redactSnapshot(file, { names: true })])
    if (JSON.stringify(kept).includes(CANARY)) throw new Error(`a recording holds a secret, for ${about}`);
}

const UNREAD: ReadAnswer = { status: 'refused', account: null, code: 'AccessDenied', message: 'not authorized' };

function diagnosed(subjects: ReturnType<typeof subjectsOfText>, read: Read): Promise<readonly Diagnosis[]> {
  const given = { context: {}, missing: [], assume: {} };
  return diagnoseSubjects(subjects, { given, read, environment: { variables: {} }, now: NOW, nowFrom: 'now' });
}

/** A world in which some things may be wrong. */
function worldOf(tape: Tape): World {
  const shape: Shape = {
    ask: tape.pick(['assume', 'pass', 'queue']),
    caller: tape.pick(['user', 'session']),
    cross: tape.chance(50),
    grant: tape.pick(['inline', 'managed', 'group']),
    boundary: tape.chance(50),
    depth: tape.upTo(3),
    path: tape.pick(['/', '/teams/red/']),
    trusts: tape.pick(['caller', 'account']),
    noise: tape.upTo(2),
  };
  const world = soundWorld(shape);
  for (let time = tape.upTo(2); time > 0; time -= 1) {
    const fitting = FAULTS.filter((fault) => fault.fits(world));
    fitting[number(tape, Math.max(0, fitting.length - 1))]?.inject(world);
  }
  return world;
}

/** The snapshot; null for a file that is refused with a sentence. */
function opened(file: unknown): Snapshot | null {
  try {
    return openSnapshot(file);
  } catch (error) {
    if (error instanceof SnapshotError) return null;
    throw error;
  }
}

/** Any place of a snapshot is changed; what is recorded of it tells no more and no less. */
async function snapshots(bytes: Uint8Array): Promise<void> {
  const tape = new Tape(bytes);
  const world = worldOf(tape);
  const file = mutatedJson(worldSnapshot(world), tape);
  const source = opened(file);
  if (source === null) return;
  const { missing } = world.given;
  check(
    await diagnose({ text: sentenceOf(world) }, { source, missing }),
    bytes,
    `${sentenceOf(world)} in ${JSON.stringify(file)}`,
  );
}

/** Policies that the user passes are changed. Learning more overturns no answer: without the policy the answer is the same, or open. */
async function policies(bytes: Uint8Array): Promise<void> {
  const tape = new Tape(bytes);
  const world = worldOf(tape);
  const source = openSnapshot(worldSnapshot(world));
  const text = sentenceOf(world);
  const { missing } = world.given;
  const [resourcePolicy, sessionPolicy, scp] = [world.resource, world.identity, world.identity].map((policy) =>
    tape.chance(50) ? mutatedJson(policy, tape) : undefined,
  );
  const given = {
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
    ...(scp === undefined ? {} : { scp }),
  };
  const about = `${text} with ${JSON.stringify(given)} in ${JSON.stringify(worldSnapshot(world))}`;
  const seeing = await diagnose({ text }, { source, missing, ...given });
  check(seeing, bytes, about);
  const blind = await diagnose({ text }, { source: 'none', missing, ...given });
  const [seen, guessed] = [seeing[0]?.verdict, blind[0]?.verdict];
  if (guessed !== 'undetermined' && seen !== guessed) throw new Error(`${guessed} became ${seen}, for ${about}`);
}

/** AWS's answers are changed, refused, or of another account. */
async function answers(bytes: Uint8Array): Promise<void> {
  const tape = new Tape(bytes);
  const world = worldOf(tape);
  const whole = snapshotReader(openSnapshot(worldSnapshot(world)));
  const seen: unknown[] = [];
  const read: Read = async (call) => {
    const answer = await whole(call);
    const given = tape.chance(30) ? changedAnswer(answer, tape) : answer;
    seen.push([call.call, given]);
    return given;
  };
  const found = await diagnosed(subjectsOfText(sentenceOf(world)), read);
  check(found, bytes, `${sentenceOf(world)} with ${JSON.stringify(seen)}`);
}

function changedAnswer(answer: ReadAnswer, tape: Tape): ReadAnswer {
  if (answer.status === 'refused' || tape.chance(15)) {
    const code = tape.pick([
      'AccessDenied',
      'Throttling',
      'NoSuchEntity',
      'ExpiredToken',
      'ValidationError',
      '',
      `\u001b[2Jpassword=${CANARY}`,
    ]);
    return { status: 'refused', account: null, code, message: `token=${CANARY}` };
  }
  const account = tape.pick([answer.account, null, '999999999999', '']);
  return { ...answer, account, output: mutatedJson(answer.output, tape) };
}

/**
 * How many times as much CPU a changed text costs when it is four times as long; null where it costs too little to be measured. Linear work
 * is four times as much.
 *
 * @public run.js uses it
 */
export function growth(bytes: Uint8Array): number | null {
  const text = mutatedText(new Tape(bytes));
  const work = (times: number) => () => subjectsOfText(`${text}\n`.repeat(times));
  const long = Math.max(1, Math.ceil(16_384 / (text.length + 1)));
  const [short, fourfold] = [cost(work(long), 3), cost(work(4 * long), 3)];
  return short < SHORTEST_WORK ? null : fourfold / short;
}

/** In microseconds. */
const SHORTEST_WORK = 2_000;

/** What is fuzzed, by name. */
export const TARGETS = { texts, policies, snapshots, answers } as const satisfies Readonly<Record<string, Target>>;

/** The names of what is fuzzed. */
export const TARGET_NAMES = [
  'texts',
  'policies',
  'snapshots',
  'answers',
] as const satisfies readonly (keyof typeof TARGETS)[];

/** How many bytes of chance an input takes at most. */
export const INPUT_BYTES = 256;
