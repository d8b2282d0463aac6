import { REFUSALS } from '../../model/refusals.ts';
import { subjectName } from '../calls/find-call.ts';
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
 * Adds to a draft what a replay of it would not answer as AWS did: refusals to `unreadable`, then answers to `reads`. So a replay gives
 * the same answers, whatever parts of their own they have in the file.
 */
export function completeDraft(
  entries: readonly RecordEntry[],
  draft: SnapshotDraft,
  callerIdentity: CallerIdentity | null,
): void {
  const open = () => openSnapshot({ ...draft.toFile(), callerIdentity });
  const refused = entries.filter((entry) => entry.status === 'refused');
  const answered = entries.filter((entry) => entry.status === 'answered');
  // Mostly the call and the entity show which read was refused. Where they do not, the input is added in the second round. Refusals come first, because they hide answers.
  for (const isExact of [false, true]) {
    const snapshot = open();
    const unrecorded = refused.filter((entry) => !isRefusedIn(snapshot, entry));
    draft.unreadable.push(...unrecorded.map((entry) => unreadableEntry(entry, isExact)));
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

/**
 * True if a replay gives this refusal. The message must be the same too, unless it is one that we write ourselves or says that
 * something does not exist.
 */
function isRefusedIn(snapshot: Snapshot, { call, code, message, option }: Refused): boolean {
  const replayed = answerFrom(snapshot, call);
  if (replayed.status !== 'refused' || replayed.code !== code || replayed.option !== option) return false;
  const original = { status: 'refused', account: null, code, message } as const;
  return code === REFUSALS.notInSnapshot || !isUnread(original) || replayed.message === message;
}

function unreadableEntry({ call, account, code, message, option }: Refused, isExact: boolean): UnreadableEntry {
  const { kind, detail } = subjectOf(call.call, call.input);
  const isNarrow = isExact || detail !== '' || kind === 'message' || (kind === 'call' && hasInput(call.input));
  return {
    account,
    call: call.call,
    on: kind === 'call' || kind === 'message' ? account : subjectName(call),
    code,
    message,
    ...(option === undefined ? {} : { option }),
    ...(isNarrow ? { input: call.input } : {}),
  };
}

function hasInput(input: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(input).length > 0;
}
