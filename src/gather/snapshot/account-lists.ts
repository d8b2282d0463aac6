import type { ReadCall } from '../../model/read.ts';
import { answerKey, entityOfKey, isEntityList, subjectOf } from './call-key.ts';
import { isObject } from './json-place.ts';
import type { Snapshot } from './snapshot.ts';

/** How a list of the account is made of the answers about its members. */
interface ListShape {
  readonly list: string;
  readonly member: string;
  /** The field of the member's answer that holds it; null where the list has nothing but the ARN. */
  readonly holder: string | null;
}

const LISTS: ReadonlyMap<string, ListShape> = new Map<string, ListShape>([
  ['iam:ListRoles', { list: 'Roles', member: 'iam:GetRole', holder: 'Role' }],
  ['iam:ListUsers', { list: 'Users', member: 'iam:GetUser', holder: 'User' }],
  ['iam:ListOpenIDConnectProviders', { list: 'OpenIDConnectProviderList', member: '', holder: null }],
  ['iam:ListSAMLProviders', { list: 'SAMLProviderList', member: '', holder: null }],
]);

/** The list of all roles, users or providers of an account, where the snapshot holds the whole of it; else undefined. */
export function listAccount(call: ReadCall, account: string, snapshot: Snapshot): unknown {
  const shape = LISTS.get(call.call);
  const wanted = subjectOf(call.call, call.input);
  if (shape === undefined || wanted.id !== '[]' || !snapshot.whole.has(answerKey(account, call.call, '')))
    return undefined;
  const members: unknown[] = [];
  for (const [key, { arn }] of snapshot.listed) {
    const entity = entityOfKey(key);
    if (entity.account !== account || !isEntityList(entity.kind, call.call)) continue;
    const member =
      shape.holder === null ? { Arn: arn } : held(shape.member, shape.holder, account, entity.id, snapshot);
    if (member === undefined) return undefined;
    members.push(member);
  }
  return { [shape.list]: members };
}

function held(call: string, holder: string, account: string, id: string, snapshot: Snapshot): unknown {
  const row = snapshot.held.get(answerKey(account, call, id));
  const output = row?.print(row.fields, snapshot.held);
  return isObject(output) ? output[holder] : undefined;
}
