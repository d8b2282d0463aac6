import { isAwsManaged } from '../../model/aws-names.ts';
import type { EntityKind } from '../calls/call-entry.ts';
import { answerKey, entityKey, LISTED_BY } from './call-key.ts';
import { sameJson } from './same-json.ts';
import type { Held, Mention, Refusal, Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

type Tables = Pick<Snapshot, 'accounts' | 'held' | 'refusals' | 'listed' | 'absent' | 'whole' | 'referenced'>;

/** A snapshot's tables while they are filled. Refusals come first: they strike out what is put in after them. */
export class Table implements Tables {
  readonly accounts = new Set<string>();
  readonly held = new Map<string, Held>();
  readonly refusals = new Map<string, Refusal>();
  readonly listed = new Map<string, Mention>();
  readonly absent = new Map<string, Mention>();
  readonly whole = new Map<string, string>();
  readonly referenced = new Set<string>();

  /** The refusal that covers this answer: of the very input, of the entity, or of the call in the whole account. */
  refusalOf(account: string, call: string, id: string, detail: string): Refusal | undefined {
    return findRefusal(this.refusals, account, call, id, detail);
  }

  hold(account: string, call: string, id: string, detail: string, held: Held): void {
    if (this.refusals.size > 0 && this.refusalOf(account, call, id, detail) !== undefined) return;
    this.put(answerKey(account, call, id, detail), held);
    // An AWS-managed policy is the same in every account: the first copy stands for all of them.
    const shared = answerKey('aws', call, id, detail);
    if (isAwsManaged(id) && !this.held.has(shared)) this.held.set(shared, held);
  }

  /** Known twice is known once, with the fields of both; two different values are an error. */
  put(key: string, held: Held): void {
    const before = this.held.get(key);
    if (before === undefined) {
      this.held.set(key, held);
      return;
    }
    for (const [field, value] of Object.entries(held.fields)) {
      const other = Object.hasOwn(before.fields, field) ? before.fields[field] : undefined;
      if (value !== undefined && other !== undefined && !sameJson(field, other, value))
        throw disagreement(`${field} of ${spoken(key)}`, before.pointer, held.pointer);
    }
    this.held.set(key, { ...before, fields: { ...held.fields, ...before.fields } });
  }

  list(account: string, kind: EntityKind, id: string, mention: Mention): void {
    const key = entityKey(account, kind, id);
    if (!this.listed.has(key)) this.listed.set(key, mention);
  }

  /** The list of this kind is whole, unless reading it was refused. */
  wholeList(account: string, kind: EntityKind, pointer: string): void {
    const call = LISTED_BY[kind];
    const refused = this.refusalOf(account, call, '', '') ?? this.refusalOf(account, ALL_DETAILS, '', '');
    if (refused === undefined) this.whole.set(answerKey(account, call, ''), pointer);
  }

  /** Throws where something is listed in one place and known not to exist by another; the same name under another path is something else. */
  checkAbsences(): void {
    for (const [key, { arn, pointer }] of this.listed) {
      const absent = this.absent.get(key);
      if (absent?.arn === arn) throw disagreement(`whether ${arn} exists`, pointer, absent.pointer);
    }
  }
}

/** The tables alone, as a snapshot has them. */
export function tablesOf({ accounts, held, refusals, listed, absent, whole, referenced }: Table): Tables {
  return { accounts, held, refusals, listed, absent, whole, referenced };
}

const ALL_DETAILS = 'iam:GetAccountAuthorizationDetails';

/** Why a read failed, by the most exact entry that there is: of its detail, of the entity, of the account. */
export function findRefusal(
  refusals: ReadonlyMap<string, Refusal>,
  account: string,
  call: string,
  id: string,
  detail: string,
): Refusal | undefined {
  return (
    refusals.get(answerKey(account, call, id, detail)) ??
    refusals.get(answerKey(account, call, id)) ??
    refusals.get(answerKey(account, call, '')) ??
    (call === LISTED_BY.resource ? refusals.get(answerKey('', call, id)) : undefined)
  );
}

/** Two snapshots with different values for the same thing; `one` and `other` are the pointers to them. */
export function disagreement(what: string, one: string, other: string): SnapshotError {
  return new SnapshotError(
    `The snapshots disagree about ${what} (${one || 'the whole file'} and ${other || 'the whole file'}): ` +
      'leave one of them out, or record both again.',
    other,
  );
}

/** A key in words: `iam:GetRole prod-deploy in 444455556666`. */
function spoken(key: string): string {
  const [account = '', ...rest] = key.split('\n');
  const what = rest.filter((part) => part !== '' && part !== '=').join(' ');
  return account === '' ? what : `${what} in ${account}`;
}
