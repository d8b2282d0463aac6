import type { ReadCall } from '../../model/read.ts';
import { findCall } from '../calls/find-call.ts';
import { answerKey, entityOfKey, isEntityList, subjectOf } from './call-key.ts';
import { isObject } from './json-place.ts';
import type { Snapshot } from './snapshot.ts';

/** The answer to a call that lists all entities of a kind in an account. Undefined unless the snapshot has all of them. */
export function listAccount(call: ReadCall, account: string, snapshot: Snapshot): unknown {
  const { list, madeOf } = findCall(call.call) ?? {};
  const hasInput = subjectOf(call.call, call.input).id !== subjectOf(call.call, {}).id;
  if (list === undefined || madeOf === undefined || hasInput) return undefined;
  if (!snapshot.completeLists.has(answerKey(account, call.call, ''))) return undefined;
  const members: unknown[] = [];
  for (const [key, { arn }] of snapshot.listed) {
    const entity = entityOfKey(key);
    if (entity.account !== account || !isEntityList(entity.kind, call.call)) continue;
    const member = madeOf === 'arns' ? { Arn: arn } : held(madeOf, account, entity.id, snapshot);
    if (member === undefined) return undefined;
    members.push(member);
  }
  return { [list]: members };
}

/** The entity, as the call that reads it has it in its answer. */
function held(call: string, account: string, id: string, snapshot: Snapshot): unknown {
  const row = snapshot.held.get(answerKey(account, call, id));
  const output = row?.print(row.fields, snapshot.held);
  const entity = findCall(call)?.entity;
  return isObject(output) && entity !== undefined ? output[entity] : undefined;
}
