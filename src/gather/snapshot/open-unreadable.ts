import { isAccountId, nameWithoutPath, parseArn } from '../../model/arn.ts';
import { policyHolderOf } from '../resource/policy-holder.ts';
import { answerKey, entityOf, isAboutAccount, readKey, subjectOf } from './call-key.ts';
import { below, callAt, isObject, itemsAt, type JsonObject, misfit, objectAt } from './json-place.ts';
import type { Table } from './table.ts';

/** Reads that fill a part of what another one fills: without them that one is not known either. */
const PART_OF: ReadonlyMap<string, string> = new Map([
  ['iam:ListRoleTags', 'iam:GetRole'],
  ['iam:ListUserTags', 'iam:GetUser'],
]);

/** Puts the `unreadable` entries into the table. They come before all else, because they strike out what the file holds. */
export function openUnreadable(value: unknown, pointer: string, table: Table): void {
  for (const [item, at] of itemsAt(value, pointer, 'a list of reads that failed')) {
    const entry = objectAt(item, at, 'an object with account, call, on, code and message');
    const call = callAt(entry['call'], below(at, 'call'));
    const code = typeof entry['code'] === 'string' && entry['code'] !== '' ? entry['code'] : 'Unreadable';
    const message = typeof entry['message'] === 'string' ? entry['message'] : '';
    const option = typeof entry['option'] === 'string' ? { option: entry['option'] } : {};
    for (const key of keysOf(PART_OF.get(call) ?? call, entry, at))
      table.refusals.set(key, { code, message, ...option });
  }
}

/** The keys of all answers that the failed read would have given. */
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
  // A list of the account has no entity; whatever ARN stands there, the list could not be read.
  const isAll = on === '' || on === '*' || isAccountId(on) || subjectOf(call, {}).kind === 'call';
  const id = isAll ? '' : entityOf(on).id;
  return [...(accounts.size === 0 ? [''] : accounts)].map((one) => answerKey(one, call, id));
}

/** Reads of organizations are about ids; an ARN ends in one. */
function organizationKeys(call: string, account: string, on: string): readonly string[] {
  const id = nameWithoutPath(on);
  if (!isAboutAccount(call)) return [answerKey('', call, id === '*' ? '' : id)];
  if (isAccountId(id)) return [...new Set([account, id])].map((one) => answerKey(one, call, ''));
  return [answerKey(account, call, ''), answerKey('', call, id)];
}

const READ_OTHERWISE = /^(?:iam|sts|organizations|snapshot):/;

/** `s3:GetBucketPolicy`, `kms:GetKeyPolicy`, `sqs:GetQueueAttributes` …: whatever reads policies of resources. */
function isPolicyRead(call: string): boolean {
  return !READ_OTHERWISE.test(call);
}

/** The ARN of a bucket does not name its account: then the policy is unknown whichever account lists it. */
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
  throw misfit(value, below(at, 'account'), 'an account id of 12 digits');
}
