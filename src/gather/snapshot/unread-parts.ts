import { REFUSALS } from '../../model/refusals.ts';
import type { CallEntry } from '../calls/call-entry.ts';
import { CALLS } from '../calls/table.ts';
import { subjectOf } from './call-key.ts';
import type { UnreadableEntry } from './format.ts';
import { POLICY_TYPES } from './organization-rows.ts';
import type { RecordEntry } from './record-entry.ts';
import type { Fields, SnapshotDraft } from './snapshot-draft.ts';

const NOT_READ = { code: REFUSALS.notInSnapshot, message: 'This was not read when the snapshot was taken.' } as const;

const KINDS = ['role', 'user', 'group', 'policy'] as const;

/** The calls that fill the entry of an entity: those about it as a whole whose answers the entry holds. By the kind of entity. */
const FILLED_BY = new Map(
  KINDS.map((kind) => [
    kind,
    Object.entries(CALLS).flatMap(([call, { about, recordedIn }]: [string, CallEntry]) =>
      about?.kind === kind && about.part === undefined && recordedIn === 'account' ? [{ call, name: about.name }] : [],
    ),
  ]),
);

/** In a listed entity a missing list means an empty one: what nobody asked for has to be named as not read. */
export function unreadParts(entries: readonly RecordEntry[], draft: SnapshotDraft): readonly UnreadableEntry[] {
  const asked = new Set(entries.map(({ call, account }) => askedKey(account, call.call, call.input)));
  const unread: UnreadableEntry[] = [];
  for (const [account, { roles, users, groups, policies }] of draft.accounts) {
    const lists = { role: roles, user: users, group: groups, policy: policies };
    for (const kind of KINDS) {
      for (const [id, entity] of lists[kind])
        for (const { call, name } of FILLED_BY.get(kind) ?? [])
          if (!asked.has(askedKey(account, call, { [name]: id })))
            unread.push({ account, call, on: arnOf(entity), ...NOT_READ });
    }
  }
  return [...unread, ...unreadLevels(entries, draft)];
}

/** One list holds the policies of both types: a type that nobody asked for is not known to have none. */
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

function arnOf(entity: Fields): string {
  return typeof entity['Arn'] === 'string' ? entity['Arn'] : '';
}

function askedKey(account: string, call: string, input: Readonly<Record<string, unknown>>): string {
  return `${account} ${call} ${subjectOf(call, input).id}`;
}
