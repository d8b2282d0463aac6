import { parseArn } from '../../model/arn.ts';
import { mayBeListedAs, mayHaveNoPolicy } from '../../reference/resources/policy-holder.ts';
import type { EntityKind } from '../calls/call-entry.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';
import { answerKey, entityKey, isEntityKind, LISTED_BY, type Subject } from './call-key.ts';
import { texts } from './json-place.ts';
import type { Snapshot } from './snapshot.ts';

/** What AWS would say of something that does not exist. Undefined if the snapshot does not know that it does not exist. */
export function absenceOf(call: string, subject: Subject, account: string, snapshot: Snapshot): string | undefined {
  const { kind, id, detail } = subject;
  if (!isEntityKind(kind) || id === '') return undefined;
  if (isAbsent(kind, id, account, snapshot)) return NOT_FOUND[kind](id);
  const names = inlineNames(call, id, account, snapshot);
  return names === undefined || names.includes(detail)
    ? undefined
    : `The ${kind} policy with name ${detail} cannot be found.`;
}

/**
 * True if an entity is known not to exist: the file says so, or has a complete list without it. A policy that is attached and a group
 * with members exist even if they are not listed. About AWS-managed policies no file says anything.
 */
export function isAbsent(kind: EntityKind, id: string, account: string, snapshot: Snapshot): boolean {
  const key = entityKey(account, kind, id);
  if (snapshot.listed.has(key)) return false;
  const mention =
    snapshot.absent.get(key) ?? (kind === 'resource' ? snapshot.absent.get(entityKey('', kind, id)) : undefined);
  if (mention !== undefined && isAboutName(mention.arn)) return true;
  if (kind === 'resource' && (!mayHaveNoPolicy(id) || isListedOtherwise(id, snapshot))) return false;
  if (snapshot.referenced.has(key) || (kind === 'policy' && parseArn(id)?.account !== account)) return false;
  return snapshot.completeLists.has(answerKey(account, LISTED_BY[kind], ''));
}

function isListedOtherwise(resource: string, { listed }: Snapshot): boolean {
  return [...listed.values()].some(({ arn }) => mayBeListedAs(resource, arn));
}

/**
 * True if the absence of an ARN means that nothing has its name. IAM's reads take names: an entity that does not exist under one path
 * may exist under another.
 */
function isAboutName(arn: string): boolean {
  const { service, resource = '' } = parseArn(arn) ?? {};
  return service !== 'iam' || !/^(?:role|user|group|instance-profile)\/.+\//.test(resource);
}

/** The names of an entity's inline policies, for a call that reads one of them. Undefined if they are not known. */
function inlineNames(call: string, id: string, account: string, snapshot: Snapshot): readonly string[] | undefined {
  const list = findAnyCall(call)?.listedBy;
  const held = list === undefined ? undefined : snapshot.held.get(answerKey(account, list, id));
  return held === undefined ? undefined : texts(held.fields['PolicyNames']);
}

/** IAM's own messages. */
const NOT_FOUND = {
  role: (name) => `The role with name ${name} cannot be found.`,
  user: (name) => `The user with name ${name} cannot be found.`,
  group: (name) => `The group with name ${name} cannot be found.`,
  policy: (arn) => `Policy ${arn} was not found.`,
  'instance-profile': (name) => `Instance Profile ${name} cannot be found.`,
  'oidc-provider': (arn) => `OpenIDConnect Provider not found for arn ${arn}`,
  'saml-provider': (arn) => `Manifest not found for arn ${arn}`,
  resource: (arn) => `${arn} does not exist.`,
} as const satisfies Record<EntityKind, (id: string) => string>;
