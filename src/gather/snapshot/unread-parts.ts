import { REFUSALS } from '../../model/refusals.ts';
import type { CallEntry } from '../calls/call-entry.ts';
import { CALLS } from '../calls/table.ts';
import { subjectOf } from './call-key.ts';
import type { UnreadableEntry } from './format.ts';
import { POLICY_TYPES } from './organization-rows.ts';
import type { RecordEntry } from './record-entry.ts';
import type { DraftFields, SnapshotDraft } from './snapshot-draft.ts';

const NOT_READ = { code: REFUSALS.notInSnapshot, message: 'This was not read when the snapshot was taken.' } as const;

const KINDS = ['role', 'user', 'group', 'policy'] as const;

/**
 * The calls whose answers make up the entry of an entity, by its kind: those about the entity as a whole that are recorded in its
 * account.
 */
function filledBy(kind: (typeof KINDS)[number]) {
  return Object.entries(CALLS).flatMap(([call, { about, recordedIn }]: [string, CallEntry]) =>
    about?.kind === kind && about.part === undefined && recordedIn === 'account' ? [{ call, name: about.name }] : [],
  );
}

/**
 * Entries for lists that were not read. In the entry of an entity a missing list means an empty one, so a list that was not read has to
 * be named as unreadable.
 */
export function unreadParts(entries: readonly RecordEntry[], draft: SnapshotDraft): readonly UnreadableEntry[] {
  const asked = new Set(entries.map(({ call, account }) => askedKey(account, call.call, call.input)));
  const calls = KINDS.map((kind) => [kind, filledBy(kind)] as const);
  const unread: UnreadableEntry[] = [];
  for (const [account, { roles, users, groups, policies }] of draft.accounts) {
    const lists = { role: roles, user: users, group: groups, policy: policies };
    for (const [kind, filling] of calls) {
      for (const [id, entity] of lists[kind])
        for (const { call, name } of filling)
          if (!asked.has(askedKey(account, call, { [name]: id })))
            unread.push({ account, call, on: arnOf(entity), ...NOT_READ });
    }
  }
  return [...unread, ...unreadLevels(entries, draft)];
}

/**
 * Likewise for the policies attached to an account, OU or root: the file has one list for all types, and a type that was not asked for
 * is unknown.
 */
function unreadLevels(entries: readonly RecordEntry[], draft: SnapshotDraft): readonly UnreadableEntry[] {
  const call = 'organizations:ListPoliciesForTarget';
  const asked = new Set<string>();
  const accounts = new Map<string, string>();
  for (const { call: read, account } of entries) {
    if (read.call !== call) continue;
    asked.add(`${String(read.input['TargetId'])} ${String(read.input['Filter'])}`);
    accounts.set(String(read.input['TargetId']), account);
  }
  const unread: UnreadableEntry[] = [];
  for (const { attachments } of draft.organizations.values())
    for (const on of attachments.keys())
      for (const Filter of POLICY_TYPES)
        if (!asked.has(`${on} ${Filter}`))
          unread.push({ account: accounts.get(on) ?? '', call, on, ...NOT_READ, input: { TargetId: on, Filter } });
  return unread;
}

function arnOf(entity: DraftFields): string {
  return typeof entity['Arn'] === 'string' ? entity['Arn'] : '';
}

function askedKey(account: string, call: string, input: Readonly<Record<string, unknown>>): string {
  return `${account} ${call} ${subjectOf(call, input).id}`;
}
