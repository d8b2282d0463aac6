import { entityOf } from '../calls.ts';
import { subjectOf } from './call-key.ts';
import type { SnapshotFile, UnreadableEntry } from './format.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { RecordEntry } from './record-entry.ts';
import { covers, slimAnswer } from './slim-answer.ts';
import type { SnapshotDraft } from './snapshot-draft.ts';
import { answerFrom, isUnread, NOT_IN_SNAPSHOT } from './snapshot-reader.ts';

/**
 * Replays every recorded read, and adds what the file does not yet tell as it was told: answers to `reads`, refusals to `unreadable`.
 * So a replay answers as AWS did by construction, whatever has a place of its own in the file.
 */
export function completeDraft(entries: readonly RecordEntry[], draft: SnapshotDraft, file: SnapshotFile): void {
  const snapshot = openSnapshot(file);
  for (const entry of entries) {
    const { call, account } = entry;
    const replayed = answerFrom(snapshot, call);
    if (entry.status === 'answered') {
      const same = replayed.status === 'answered' && covers(slimAnswer(call.call, replayed.output), entry.output);
      if (!same) draft.reads.push({ account: call.account, call: call.call, input: call.input, answer: entry.output });
    } else if (replayed.status !== 'refused' || !sameRefusal(entry, replayed)) {
      draft.unreadable.push(unreadableEntry(entry, account));
    }
  }
}

type Refused = Extract<RecordEntry, { status: 'refused' }>;

/** The words of a refusal count only where AWS chose them for this read; that something does not exist is said in one way. */
function sameRefusal(entry: Refused, replayed: { code: string; message: string; option?: string }): boolean {
  if (entry.code !== replayed.code || entry.option !== replayed.option) return false;
  const said = { status: 'refused', account: null, code: entry.code, message: '' } as const;
  return entry.code === NOT_IN_SNAPSHOT || !isUnread(said) || entry.message === replayed.message;
}

/** Its input is needed only where the entity alone does not tell which read it was. */
function unreadableEntry({ call, code, message, option }: Refused, account: string): UnreadableEntry {
  const { kind, detail } = subjectOf(call.call, call.input);
  const narrow = detail !== '' || (kind === 'call' && Object.keys(call.input).length > 0);
  return {
    account,
    call: call.call,
    on: kind === 'call' || kind === 'message' ? account : entityOf(call),
    code,
    message,
    ...(option === undefined ? {} : { option }),
    ...(narrow ? { input: call.input } : {}),
  };
}
