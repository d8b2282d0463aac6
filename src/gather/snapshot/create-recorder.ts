import type { Read } from '../../model/read.ts';
import { withoutSecrets } from '../../model/secrets/without-secrets.ts';
import { meansAbsent } from '../ask/fact-of.ts';
import { subjectName } from '../calls/find-call.ts';
import { callKey } from '../readers/memoize.ts';
import { kindOfCall } from './call-key.ts';
import { completeDraft } from './complete-draft.ts';
import type { CallerIdentity, Incident, SnapshotFile } from './format.ts';
import { isObject } from './json-place.ts';
import { withoutPolicyList } from './policy-list.ts';
import { recordAccounts } from './record-accounts.ts';
import { type RecordEntry, recordEntry } from './record-entry.ts';
import { recordOrganizations } from './record-organizations.ts';
import { SnapshotDraft } from './snapshot-draft.ts';
import { SnapshotError } from './snapshot-error.ts';
import { unreadParts } from './unread-parts.ts';

/** A read that keeps all answers, and makes a snapshot file of them. */
export interface Recorder {
  readonly read: Read;
  /**
   * The snapshot of all that was read so far. `callerIdentity` null: the one that was read, if any. `incident.text` must be the
   * denials' own lines. Secrets are removed from the whole file.
   */
  snapshot(takenAt: Date, callerIdentity: CallerIdentity | null, incident: Incident | null): SnapshotFile;
}

/**
 * Makes a recorder of a read. A replay of its snapshot gives the same answer to every recorded call. Calls that were not made stay
 * unknown.
 */
export function createRecorder(read: Read): Recorder {
  const entries = new Map<string, RecordEntry>();
  return {
    read: async (call) => {
      const answer = await read(call);
      entries.set(callKey(call), recordEntry(call, answer));
      return answer;
    },
    snapshot: (takenAt, callerIdentity, incident) => {
      const known = callerIdentity ?? identityIn([...entries.values()]);
      const { denytrace, scope, ...rest } = fileOf([...entries.values()], known);
      const file = { denytrace, takenAt: takenAt.toISOString(), scope, ...rest, incident };
      return withoutSecrets(file);
    },
  };
}

function fileOf(recorded: readonly RecordEntry[], callerIdentity: CallerIdentity | null): SnapshotFile {
  // In a fixed order, so that two runs that read the same write the same file.
  const entries = withoutPolicyList(recorded).toSorted((left, right) =>
    callKey(left.call) < callKey(right.call) ? -1 : 1,
  );
  const draft = new SnapshotDraft();
  recordAccounts(entries, draft);
  recordOrganizations(entries, draft);
  for (const entry of entries) recordMessage(entry, draft);
  for (const entry of entries) recordAbsence(entry, draft);
  draft.unreadable.push(...unreadParts(entries, draft));
  const structured = completed(entries, draft, callerIdentity);
  // An answer that AWS never gives may not fit into its part of the file. Then all answers go to `reads`.
  return structured ?? completed(entries, new SnapshotDraft(), callerIdentity) ?? { ...EMPTY, callerIdentity };
}

const EMPTY = new SnapshotDraft().toFile();

function completed(entries: readonly RecordEntry[], draft: SnapshotDraft, callerIdentity: CallerIdentity | null) {
  try {
    completeDraft(entries, draft, callerIdentity);
    return { ...draft.toFile(), callerIdentity };
  } catch (error) {
    if (error instanceof SnapshotError) return undefined;
    throw error;
  }
}

function recordMessage({ call, ...answer }: RecordEntry, draft: SnapshotDraft): void {
  if (call.call !== 'sts:DecodeAuthorizationMessage' || answer.status !== 'answered' || !isObject(answer.output))
    return;
  draft.decodedMessages.set(String(call.input['EncodedMessage']), answer.output['DecodedMessage']);
}

function recordAbsence({ call, ...answer }: RecordEntry, draft: SnapshotDraft): void {
  const isEntity = kindOfCall(call.call) !== undefined;
  if (isEntity && answer.status === 'refused' && meansAbsent(call, answer.code)) draft.absent.add(subjectName(call));
}

function identityIn(entries: readonly RecordEntry[]): CallerIdentity | null {
  for (const { call, ...answer } of entries) {
    if (call.call !== 'sts:GetCallerIdentity' || answer.status !== 'answered' || !isObject(answer.output)) continue;
    const { Account, Arn, UserId, KeyType, Source } = answer.output;
    if (typeof Account !== 'string' || typeof Arn !== 'string' || typeof UserId !== 'string') continue;
    return {
      Account,
      Arn,
      UserId,
      ...(typeof KeyType === 'string' ? { KeyType } : {}),
      ...(typeof Source === 'string' ? { Source } : {}),
    };
  }
  return null;
}
