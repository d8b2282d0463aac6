import { isAccountId } from '../../model/arn.ts';
import { inBareFile, isBareDetails, wrapBareDetails } from './bare-details.ts';
import { entityKey, entityOfArn, readKey } from './call-key.ts';
import { refuseDeepNesting } from './deep-nesting.ts';
import type { CallerIdentity, SnapshotScope } from './format.ts';
import {
  below,
  callAt,
  entriesAt,
  isObject,
  itemsAt,
  type JsonObject,
  objectAt,
  textAt,
  unexpectedValue,
} from './json-place.ts';
import { openAccounts } from './open-account.ts';
import { openIncident } from './open-incident.ts';
import { openOrganizations } from './open-organizations.ts';
import { openUnreadable } from './open-unreadable.ts';
import type { Snapshot } from './snapshot.ts';
import { contentsOf, SnapshotBuilder } from './snapshot-builder.ts';
import { SnapshotError } from './snapshot-error.ts';

/** How to read a file that does not say it itself. */
export interface OpenOptions {
  /** The scope of a bare `aws iam get-account-authorization-details` file: `account` if it is complete. Default: `request`. */
  readonly bareScope?: SnapshotScope;
}

/**
 * Opens a snapshot file, or the bare output of `aws iam get-account-authorization-details`, as parsed JSON. Throws a SnapshotError,
 * with a JSON pointer, for anything else.
 */
export function openSnapshot(json: unknown, options: OpenOptions = {}): Snapshot {
  refuseDeepNesting(json);
  const given = objectAt(json, '', 'a JSON object');
  if (!isBareDetails(given)) return openFile(given);
  try {
    return openFile(wrapBareDetails(given, options.bareScope ?? 'request'));
  } catch (error) {
    throw error instanceof SnapshotError ? inBareFile(error) : error;
  }
}

function openFile(file: JsonObject): Snapshot {
  const scope = scopeOf(file);
  const builder = new SnapshotBuilder();
  openUnreadable(file['unreadable'], '/unreadable', builder);
  openAccounts(file['accounts'], '/accounts', scope, builder);
  openOrganizations(file['organizations'], '/organizations', builder);
  openMessages(file['decodedMessages'], builder);
  openReads(file['reads'], builder);
  openAbsent(file['absent'], builder);
  builder.checkAbsences();
  return {
    ...contentsOf(builder),
    scope,
    takenAt: timeOf(file['takenAt']),
    callerIdentity: callerIdentityOf(file['callerIdentity']),
    incident: openIncident(file['incident'], '/incident'),
  };
}

function scopeOf(file: JsonObject): SnapshotScope {
  const version = file['denytrace'];
  if (version === undefined)
    throw new SnapshotError(
      'This is not a denytrace snapshot: it has no "denytrace" key. Write one with --record, or pass the output of ' +
        'aws iam get-account-authorization-details.',
      '/denytrace',
    );
  if (version !== 'snapshot/1')
    throw new SnapshotError(
      `This denytrace reads "snapshot/1", but the file says ${JSON.stringify(version)}: update denytrace, or record again.`,
      '/denytrace',
    );
  const { scope } = file;
  if (scope !== 'account' && scope !== 'request')
    throw unexpectedValue(
      scope,
      '/scope',
      '"account" (a listed account is whole) or "request" (what is not listed is unknown)',
    );
  return scope;
}

function timeOf(value: unknown): Date | null {
  if (value === undefined || value === null) return null;
  const time = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(time.getTime())) throw unexpectedValue(value, '/takenAt', 'a time such as 2026-11-24T12:00:00Z');
  return time;
}

function callerIdentityOf(value: unknown): CallerIdentity | null {
  if (value === undefined || value === null) return null;
  const at = '/callerIdentity';
  const identity = objectAt(value, at, 'null, or an object with Account, Arn and UserId');
  const Account = textAt(identity['Account'], below(at, 'Account'), 'an account id of 12 digits');
  if (!isAccountId(Account)) throw unexpectedValue(Account, below(at, 'Account'), 'an account id of 12 digits');
  return {
    Account,
    Arn: textAt(identity['Arn'], below(at, 'Arn'), 'an ARN'),
    UserId: textAt(identity['UserId'], below(at, 'UserId'), 'the UserId that AWS gave'),
    ...(typeof identity['KeyType'] === 'string' ? { KeyType: identity['KeyType'] } : {}),
    ...(typeof identity['Source'] === 'string' ? { Source: identity['Source'] } : {}),
  };
}

function openMessages(value: unknown, builder: SnapshotBuilder): void {
  for (const [encoded, decoded, pointer] of entriesAt(value, '/decodedMessages', 'an object by encoded message')) {
    const fields = { DecodedMessage: typeof decoded === 'string' ? decoded : JSON.stringify(decoded) };
    const held = { fields, print: (known: JsonObject) => known, pointer };
    builder.hold('', 'sts:DecodeAuthorizationMessage', encoded.trim(), '', held);
  }
}

function openReads(value: unknown, builder: SnapshotBuilder): void {
  for (const [item, at] of itemsAt(value, '/reads', 'a list of answers')) {
    const entry = objectAt(item, at);
    const call = callAt(entry['call'], below(at, 'call'));
    const input = objectAt(entry['input'] ?? {}, below(at, 'input'));
    const account = accountAt(entry['account'], below(at, 'account'));
    if (!('answer' in entry)) throw unexpectedValue(undefined, below(at, 'answer'), "the call's output");
    refuseHalfList(entry['answer'], below(at, 'answer'));
    const fields = { answer: entry['answer'] };
    builder.put(readKey({ call, input }, account), { fields, print: (known) => known['answer'], pointer: at });
  }
}

/** Throws a SnapshotError for the first page of a list, which does not show what else is on the list. */
function refuseHalfList(answer: unknown, pointer: string): void {
  if (!isObject(answer)) return;
  const token = ['Marker', 'NextToken', 'nextToken'].find(
    (name) => typeof answer[name] === 'string' && answer[name] !== '',
  );
  const field = answer['IsTruncated'] === true ? 'IsTruncated' : token;
  if (field !== undefined)
    throw new SnapshotError(
      `The answer is the first part of a list (${field} is set): record every page of it, as --record does.`,
      below(pointer, field),
    );
}

/** The account of an answer. Empty if it is null or missing: the account of the credentials. */
function accountAt(value: unknown, pointer: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw unexpectedValue(value, pointer, 'an account id, or null');
  return value;
}

function openAbsent(value: unknown, builder: SnapshotBuilder): void {
  for (const [item, at] of itemsAt(value, '/absent', 'a list of ARNs')) {
    const arn = textAt(item, at, 'an ARN');
    if (!arn.startsWith('arn:')) throw unexpectedValue(item, at, 'an ARN');
    const { account, kind, id } = entityOfArn(arn);
    builder.absent.set(entityKey(account, kind, id), { arn, pointer: at });
  }
}
