import { isAwsManaged } from '../../model/aws-names.ts';
import type { EntityKind } from '../calls/call-entry.ts';
import { answerKey, entityKey, LISTED_BY } from './call-key.ts';
import { sameJson } from './same-json.ts';
import type { Held, Mention, RecordedRefusal, Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

type SnapshotContents = Pick<
  Snapshot,
  'accounts' | 'held' | 'refusals' | 'listed' | 'absent' | 'completeLists' | 'referenced'
>;

/** A snapshot that is being put together. Refusals must be added first: they hide answers that are added later. */
export class SnapshotBuilder implements SnapshotContents {
  readonly accounts = new Set<string>();
  readonly held = new Map<string, Held>();
  readonly refusals = new Map<string, RecordedRefusal>();
  readonly listed = new Map<string, Mention>();
  readonly absent = new Map<string, Mention>();
  readonly completeLists = new Map<string, string>();
  readonly referenced = new Set<string>();

  /** The refusal that hides this answer: of exactly this answer, of the entity, or of the call in the whole account. */
  refusalOf(account: string, call: string, id: string, detail: string): RecordedRefusal | undefined {
    return findRefusal(this.refusals, account, call, id, detail);
  }

  hold(account: string, call: string, id: string, detail: string, held: Held): void {
    if (this.refusals.size > 0 && this.refusalOf(account, call, id, detail) !== undefined) return;
    this.put(answerKey(account, call, id, detail), held);
    // An AWS-managed policy is the same in every account: the first copy is good for all.
    const shared = answerKey('aws', call, id, detail);
    if (isAwsManaged(id) && !this.held.has(shared)) this.held.set(shared, held);
  }

  /** Adds an answer. If it is there already, it gets the fields of both. Throws a SnapshotError if they differ. */
  put(key: string, held: Held): void {
    const before = this.held.get(key);
    if (before === undefined) {
      this.held.set(key, held);
      return;
    }
    for (const [field, value] of Object.entries(held.fields)) {
      const other = Object.hasOwn(before.fields, field) ? before.fields[field] : undefined;
      if (value !== undefined && other !== undefined && !sameJson(field, other, value))
        throw disagreement(`${field} of ${describeKey(key)}`, before.pointer, held.pointer);
    }
    this.held.set(key, { ...before, fields: { ...held.fields, ...before.fields } });
  }

  list(account: string, kind: EntityKind, id: string, mention: Mention): void {
    const key = entityKey(account, kind, id);
    if (!this.listed.has(key)) this.listed.set(key, mention);
  }

  /** Notes that the account lists all entities of a kind, unless reading the list was refused. */
  markComplete(account: string, kind: EntityKind, pointer: string): void {
    const call = LISTED_BY[kind];
    const refused = this.refusalOf(account, call, '', '') ?? this.refusalOf(account, ALL_DETAILS, '', '');
    if (refused === undefined) this.completeLists.set(answerKey(account, call, ''), pointer);
  }

  /** Throws a SnapshotError if an ARN is both listed and known not to exist. The same name under another path is another ARN. */
  checkAbsences(): void {
    for (const [key, { arn, pointer }] of this.listed) {
      const absent = this.absent.get(key);
      if (absent?.arn === arn) throw disagreement(`whether ${arn} exists`, pointer, absent.pointer);
    }
  }
}

/** What a snapshot takes from its builder. */
export function contentsOf({
  accounts,
  held,
  refusals,
  listed,
  absent,
  completeLists,
  referenced,
}: SnapshotBuilder): SnapshotContents {
  return { accounts, held, refusals, listed, absent, completeLists, referenced };
}

const ALL_DETAILS = 'iam:GetAccountAuthorizationDetails';

/** Why a read failed, by the most exact entry: of exactly this answer, of the entity, of the account. */
export function findRefusal(
  refusals: ReadonlyMap<string, RecordedRefusal>,
  account: string,
  call: string,
  id: string,
  detail: string,
): RecordedRefusal | undefined {
  return (
    refusals.get(answerKey(account, call, id, detail)) ??
    refusals.get(answerKey(account, call, id)) ??
    refusals.get(answerKey(account, call, '')) ??
    (call === LISTED_BY.resource ? refusals.get(answerKey('', call, id)) : undefined)
  );
}

/** The error for two snapshots with different values for the same thing. `one` and `other` are the pointers to them. */
export function disagreement(what: string, one: string, other: string): SnapshotError {
  return new SnapshotError(
    `The snapshots disagree about ${what} (${one || 'the whole file'} and ${other || 'the whole file'}): ` +
      'leave one of them out, or record both again.',
    other,
  );
}

/** Describes a key: `iam:GetRole prod-deploy in 444455556666`. */
function describeKey(key: string): string {
  const [account = '', ...rest] = key.split('\n');
  const what = rest.filter((part) => part !== '' && part !== '=').join(' ');
  return account === '' ? what : `${what} in ${account}`;
}
