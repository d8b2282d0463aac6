import { isAccountId, parseArn } from '../../model/arn.ts';
import { answerKey, entityOf, isAboutAccount, readKey, subjectOf } from './call-key.ts';
import { below, callAt, isObject, itemsAt, type JsonObject, misfit, objectAt } from './json-place.ts';
import type { Table } from './table.ts';

/** Reads that fill a part of what another one fills: without them that one is unknown too, unless the file holds the part. */
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

function keysOf(call: string, entry: JsonObject, at: string): readonly string[] {
  const on = typeof entry['on'] === 'string' ? entry['on'] : '';
  const account = accountOf(entry['account'], on, at);
  if (isObject(entry['input'])) {
    const { input } = entry;
    const { id, detail } = subjectOf(call, input);
    return [answerKey(account, call, id, detail), readKey({ call, input }, account)];
  }
  if (isAboutAccount(call) && call.startsWith('organizations:'))
    return [answerKey(isAccountId(on) ? on : account, call, '')];
  if (call.startsWith('organizations:')) return [answerKey('', call, on === '*' ? '' : on)];
  if (on === '' || on === '*' || isAccountId(on)) return [answerKey(account, call, '')];
  // A list of the account has no entity; whatever ARN stands there, the list could not be read.
  const { id } = entityOf(on);
  return subjectOf(call, {}).kind === 'call' ? [answerKey(account, call, '')] : [answerKey(account, call, id)];
}

function accountOf(value: unknown, on: string, at: string): string {
  if (typeof value === 'string' && isAccountId(value)) return value;
  if (value === undefined || value === null || value === '')
    return isAccountId(on) ? on : (parseArn(on)?.account ?? '');
  throw misfit(value, below(at, 'account'), 'an account id of 12 digits');
}
