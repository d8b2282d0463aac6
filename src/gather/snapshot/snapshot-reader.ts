import { isAwsManaged } from '../../model/aws-names.ts';
import type { Read, ReadAnswer, ReadCall } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';
import { isAbsentCode } from '../ask/fact-of.ts';
import { absenceOf } from './absence.ts';
import { listAccount } from './account-lists.ts';
import { answerKey, entityKey, readKey, subjectOf } from './call-key.ts';
import { answerOrganization, isFromSeveralRows } from './organization-answers.ts';
import type { Snapshot } from './snapshot.ts';
import { findRefusal } from './snapshot-builder.ts';

/**
 * Reads from a snapshot. What it knows not to exist is refused as AWS refuses it (NoSuchEntityException), what it does not know with a
 * code of ours.
 */
export function snapshotReader(snapshot: Snapshot): Read {
  return async (call) => answerFrom(snapshot, call);
}

/** True if another source may know more: for every refusal, unless AWS says that something does not exist. */
export function isUnread(answer: ReadAnswer): boolean {
  return answer.status === 'refused' && !isAbsentCode(answer.code);
}

/**
 * Answers one call. Policy documents are parsed already. Also answers `snapshot:ResourcePolicy`, whose input is `{ ResourceArn }` and
 * whose output is `{ Policy, Account }`: `Policy` is null if the resource is known to have none, and `Account` is the account that
 * lists it.
 */
export function answerFrom(snapshot: Snapshot, call: ReadCall): ReadAnswer {
  const account = call.account ?? (isPolicyRead(call) ? listingAccount(call, snapshot) : defaultAccount(snapshot));
  const refused = (code: string, message: string): ReadAnswer => ({ status: 'refused', account, code, message });
  const failedExactly = snapshot.refusals.get(readKey(call, call.account ?? ''));
  if (failedExactly !== undefined) return { status: 'refused', account, ...failedExactly };
  const held = heldAnswer(snapshot, call, account ?? '');
  if (held !== undefined) return { status: 'answered', account, output: held.output };
  if (call.call === 'sts:GetCallerIdentity') return callerIdentity(snapshot, call, account);
  const organization = answerOrganization(call, account ?? '', snapshot.held);
  if (organization !== undefined)
    return 'output' in organization
      ? { status: 'answered', account, output: organization.output }
      : refused(organization.code, organization.message);
  const list = listAccount(call, account ?? '', snapshot);
  if (list !== undefined) return { status: 'answered', account, output: list };
  const subject = subjectOf(call.call, call.input);
  const failed = findRefusal(snapshot.refusals, account ?? '', call.call, subject.id, subject.detail);
  if (failed !== undefined) return { status: 'refused', account, ...failed };
  const gone = absenceOf(call.call, subject, account ?? '', snapshot);
  if (gone !== undefined)
    return subject.kind === 'resource'
      ? { status: 'answered', account, output: { Policy: null } }
      : refused('NoSuchEntityException', gone);
  return refused(REFUSALS.notInSnapshot, notThere(call, account));
}

function isPolicyRead({ call }: ReadCall): boolean {
  return call === 'snapshot:ResourcePolicy';
}

/** The account that lists the resource. The ARN of a bucket does not name one. */
function listingAccount({ call, input }: ReadCall, { accounts, listed }: Snapshot): string | null {
  const { id } = subjectOf(call, input);
  return [...accounts].find((account) => listed.has(entityKey(account, 'resource', id))) ?? null;
}

/** The account for calls that name none: the caller's, or the only one in the snapshot. */
function defaultAccount({ callerIdentity, accounts }: Snapshot): string | null {
  const [only] = accounts.size === 1 ? accounts : [];
  return callerIdentity?.Account ?? only ?? null;
}

function heldAnswer({ held }: Snapshot, call: ReadCall, account: string): { readonly output: unknown } | undefined {
  const read = held.get(readKey(call, call.account ?? ''));
  if (read !== undefined) return { output: read.print(read.fields, held) };
  if (isFromSeveralRows(call.call)) return undefined;
  const { id, detail } = subjectOf(call.call, call.input);
  const row = held.get(answerKey(account, call.call, id, detail)) ?? anyAccount(held, call.call, id, detail);
  return row === undefined ? undefined : { output: row.print(row.fields, held) };
}

/** The answer about an AWS-managed policy from any account: it is the same in all. */
function anyAccount(held: Snapshot['held'], call: string, id: string, detail: string) {
  return isAwsManaged(id) ? held.get(answerKey('aws', call, id, detail)) : undefined;
}

function callerIdentity(snapshot: Snapshot, call: ReadCall, account: string | null): ReadAnswer {
  const { callerIdentity: identity, refusals } = snapshot;
  if (identity !== null && identity.Account === account) return { status: 'answered', account, output: identity };
  const failed = findRefusal(refusals, call.account ?? '', call.call, '', '');
  if (failed !== undefined) return { status: 'refused', account, ...failed };
  const message =
    identity === null
      ? 'The snapshot does not say whose credentials were used.'
      : `The snapshot was taken with credentials of account ${identity.Account}.`;
  return { status: 'refused', account, code: REFUSALS.notInSnapshot, message };
}

function notThere({ call, input }: ReadCall, account: string | null): string {
  const { id } = subjectOf(call, input);
  const about = id === '' || id === '[]' ? '' : ` about ${id}`;
  return `The snapshot has no answer to ${call}${about}${account === null ? '' : ` in ${account}`}.`;
}
