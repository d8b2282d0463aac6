import { isAccountId, parseArn } from '../../model/arn.ts';
import type { SnapshotScope } from './format.ts';
import { isObject, type JsonObject, unexpectedValue } from './json-place.ts';
import { refuseIncomplete } from './open-account.ts';
import { SnapshotError } from './snapshot-error.ts';

const LISTS = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const;

/** True for the output of `aws iam get-account-authorization-details` by itself. */
export function isBareDetails(file: JsonObject): boolean {
  return file['denytrace'] === undefined && LISTS.some((list) => Array.isArray(file[list]));
}

/** An error in such output, with the place in it rather than in the snapshot that was made of it. */
export function inBareFile({ message, pointer }: SnapshotError): SnapshotError {
  const wrapped = /^\/accounts\/\d{12}\/authorizationDetails(?=\/)/.exec(pointer)?.[0];
  if (wrapped === undefined) return new SnapshotError(message, pointer);
  return new SnapshotError(message.replaceAll(wrapped, ''), pointer.slice(wrapped.length));
}

/** Makes a snapshot of such output. The output does not name its account, but its ARNs do. */
export function wrapBareDetails(details: JsonObject, scope: SnapshotScope): JsonObject {
  refuseIncomplete(details, '');
  if (scope === 'account') refuseMissingLists(details);
  const account = accountOf(details);
  return { denytrace: 'snapshot/1', scope, accounts: { [account]: { authorizationDetails: details } } };
}

/** AWS prints every list, even an empty one. If one is missing, the output was cut, and does not show what does not exist. */
function refuseMissingLists(details: JsonObject): void {
  const missing = LISTS.find((list) => details[list] === undefined);
  if (missing === undefined) return;
  throw new SnapshotError(
    `The account details are not complete (${missing} is missing): pass the complete output of ` +
      'aws iam get-account-authorization-details, or leave out --snapshot-scope account.',
    `/${missing}`,
  );
}

function accountOf(details: JsonObject): string {
  for (const list of LISTS) {
    const items: unknown = details[list] ?? [];
    if (!Array.isArray(items)) throw unexpectedValue(items, `/${list}`, 'a list');
    for (const item of items) {
      const arn = isObject(item) && typeof item['Arn'] === 'string' ? parseArn(item['Arn']) : undefined;
      if (arn !== undefined && isAccountId(arn.account)) return arn.account;
    }
  }
  throw new SnapshotError(
    'The account details hold no ARN that names an account: pass the complete output of aws iam get-account-authorization-details.',
    '',
  );
}
