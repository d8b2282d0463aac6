import { REFUSALS } from '../../model/refusals.ts';
import { entityOf } from '../calls/find-call.ts';
import { subjectOf } from './call-key.ts';
import type { CallerIdentity, UnreadableEntry } from './format.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { RecordEntry } from './record-entry.ts';
import { covers, slimAnswer } from './slim-answer.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotDraft } from './snapshot-draft.ts';
import { answerFrom, isUnread } from './snapshot-reader.ts';

type Answered = Extract<RecordEntry, { status: 'answered' }>;
type Refused = Extract<RecordEntry, { status: 'refused' }>;

/**
 * Replays every recorded read, and adds what the file does not yet tell as it was told: refusals to `unreadable`, then answers to
 * `reads`. So a replay answers as AWS did by construction, whatever has a place of its own in the file.
 */
export function completeDraft(
  entries: readonly RecordEntry[],
  draft: SnapshotDraft,
  callerIdentity: CallerIdentity | null,
): void {
  const open = () => openSnapshot({ ...draft.toFile(), callerIdentity });
  const refused = entries.filter((entry) => entry.status === 'refused');
  const answered = entries.filter((entry) => entry.status === 'answered');
  // An entity and its call mostly tell which read it was; where they do not, its input does. Refusals come first: they hide answers.
  for (const isExact of [false, true]) {
    const snapshot = open();
    const untold = refused.filter((entry) => !isRefusedIn(snapshot, entry));
    draft.unreadable.push(...untold.map((entry) => unreadableEntry(entry, isExact)));
  }
  const snapshot = open();
  for (const entry of answered)
    if (!isAnsweredIn(snapshot, entry)) {
      const { account, call, input } = entry.call;
      draft.reads.push({ account, call, input, answer: entry.output });
    }
}

function isAnsweredIn(snapshot: Snapshot, { call, output }: Answered): boolean {
  const replayed = answerFrom(snapshot, call);
  return replayed.status === 'answered' && covers(slimAnswer(call.call, replayed.output), output);
}

/** The words of a refusal count only where AWS chose them for this read; that something does not exist is said in one way. */
function isRefusedIn(snapshot: Snapshot, { call, code, message, option }: Refused): boolean {
  const replayed = answerFrom(snapshot, call);
  if (replayed.status !== 'refused' || replayed.code !== code || replayed.option !== option) return false;
  const said = { status: 'refused', account: null, code, message } as const;
  return code === REFUSALS.notInSnapshot || !isUnread(said) || replayed.message === message;
}

function unreadableEntry({ call, account, code, message, option }: Refused, isExact: boolean): UnreadableEntry {
  const { kind, detail } = subjectOf(call.call, call.input);
  const isNarrow = isExact || detail !== '' || kind === 'message' || (kind === 'call' && hasInput(call.input));
  return {
    account,
    call: call.call,
    on: kind === 'call' || kind === 'message' ? account : entityOf(call),
    code,
    message,
    ...(option === undefined ? {} : { option }),
    ...(isNarrow ? { input: call.input } : {}),
  };
}

function hasInput(input: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(input).length > 0;
}
