import { isAccountId, nameWithoutPath, parseArn } from '../../model/arn.ts';
import { policyHolderOf } from '../../reference/resources/policy-holder.ts';
import { answerKey, entityOfArn, isAboutAccount, readKey, subjectOf } from './call-key.ts';
import { below, callAt, isObject, itemsAt, type JsonObject, objectAt, unexpectedValue } from './json-place.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** Calls that read a part of what another call reads. If one failed, the answer of the other is unknown too. */
const PART_OF: ReadonlyMap<string, string> = new Map([
  ['iam:ListRoleTags', 'iam:GetRole'],
  ['iam:ListUserTags', 'iam:GetUser'],
]);

/** Opens the `unreadable` entries. They must be opened first, because they hide what the rest of the file has. */
export function openUnreadable(value: unknown, pointer: string, builder: SnapshotBuilder): void {
  for (const [item, at] of itemsAt(value, pointer, 'a list of reads that failed')) {
    const entry = objectAt(item, at, 'an object with account, call, on, code and message');
    const call = callAt(entry['call'], below(at, 'call'));
    const code = typeof entry['code'] === 'string' && entry['code'] !== '' ? entry['code'] : 'Unreadable';
    const message = typeof entry['message'] === 'string' ? entry['message'] : '';
    const option = typeof entry['option'] === 'string' ? { option: entry['option'] } : {};
    for (const key of keysOf(PART_OF.get(call) ?? call, entry, at))
      builder.refusals.set(key, { code, message, ...option });
  }
}

/** The keys of the answers that a failed read would have given. */
function keysOf(call: string, entry: JsonObject, at: string): readonly string[] {
  const on = typeof entry['on'] === 'string' ? entry['on'] : '';
  const account = accountOf(entry['account'], on, at);
  if (isObject(entry['input'])) {
    const { input } = entry;
    const { id, detail } = subjectOf(call, input);
    return [answerKey(account, call, id, detail), readKey({ call, input }, account)];
  }
  if (call.startsWith('organizations:')) return organizationKeys(call, account, on);
  if (isPolicyRead(call)) return policyKeys(account, on);
  const accounts = new Set([account, isAccountId(on) ? on : ownerOf(on)].filter((one) => one !== ''));
  // A list of the account is about no entity. Whatever ARN the entry names, the list could not be read.
  const isAll = on === '' || on === '*' || isAccountId(on) || subjectOf(call, {}).kind === 'call';
  const id = isAll ? '' : entityOfArn(on).id;
  return [...(accounts.size === 0 ? [''] : accounts)].map((one) => answerKey(one, call, id));
}

/** The keys for a call to Organizations, which is about an id. An ARN ends in one. */
function organizationKeys(call: string, account: string, on: string): readonly string[] {
  const id = nameWithoutPath(on);
  if (!isAboutAccount(call)) return [answerKey('', call, id === '*' ? '' : id)];
  if (isAccountId(id)) return [...new Set([account, id])].map((one) => answerKey(one, call, ''));
  return [answerKey(account, call, ''), answerKey('', call, id)];
}

const READ_OTHERWISE = /^(?:iam|sts|organizations|snapshot):/;

/** True for calls that read the policy of a resource: `s3:GetBucketPolicy`, `kms:GetKeyPolicy`, `sqs:GetQueueAttributes` … */
function isPolicyRead(call: string): boolean {
  return !READ_OTHERWISE.test(call);
}

/**
 * The keys for the policy of a resource. The ARN of a bucket does not name an account: its policy is unknown whichever account lists
 * it.
 */
function policyKeys(account: string, on: string): readonly string[] {
  const id = on.startsWith('arn:') ? policyHolderOf(on) : '';
  return [...new Set([account, ownerOf(on)])].map((one) => answerKey(one, 'snapshot:ResourcePolicy', id));
}

function ownerOf(on: string): string {
  const account = parseArn(on)?.account ?? '';
  return isAccountId(account) ? account : '';
}

function accountOf(value: unknown, on: string, at: string): string {
  if (typeof value === 'string' && isAccountId(value)) return value;
  if (value === undefined || value === null || value === '') return isAccountId(on) ? on : ownerOf(on);
  throw unexpectedValue(value, below(at, 'account'), 'an account id of 12 digits');
}
