import { parseArn } from '../../model/arn.ts';
import type { EntityKind } from '../calls/call-entry.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';
import { mayBeShortFor, mayHaveNoPolicy } from '../resource/policy-holder.ts';
import { answerKey, entityKey, isEntityKind, LISTED_BY, type Subject } from './call-key.ts';
import { texts } from './json-place.ts';
import type { Snapshot } from './snapshot.ts';

/** What AWS would say of something that does not exist; undefined where the snapshot does not know that. */
export function absenceOf(call: string, subject: Subject, account: string, snapshot: Snapshot): string | undefined {
  const { kind, id, detail } = subject;
  if (!isEntityKind(kind) || id === '') return undefined;
  if (isAbsent(kind, id, account, snapshot)) return SENTENCES[kind](id);
  const names = inlineNames(call, id, account, snapshot);
  return names === undefined || names.includes(detail)
    ? undefined
    : `The ${kind} policy with name ${detail} cannot be found.`;
}

/**
 * Known not to exist: the file says so, or lists everything else. Nothing is known of AWS-managed policies; a policy that is attached
 * and a group that has members exist even where they are not listed.
 */
export function isAbsent(kind: EntityKind, id: string, account: string, snapshot: Snapshot): boolean {
  const key = entityKey(account, kind, id);
  if (snapshot.listed.has(key)) return false;
  const mention =
    snapshot.absent.get(key) ?? (kind === 'resource' ? snapshot.absent.get(entityKey('', kind, id)) : undefined);
  if (mention !== undefined && speaksOfName(mention.arn)) return true;
  if (kind === 'resource' && (!mayHaveNoPolicy(id) || isShortened(id, snapshot))) return false;
  if (snapshot.referenced.has(key) || (kind === 'policy' && parseArn(id)?.account !== account)) return false;
  return snapshot.whole.has(answerKey(account, LISTED_BY[kind], ''));
}

function isShortened(resource: string, { listed }: Snapshot): boolean {
  return [...listed.values()].some(({ arn }) => mayBeShortFor(resource, arn));
}

/** IAM's reads ask by name. That nothing has one path does not tell that no other path has the name. */
function speaksOfName(arn: string): boolean {
  const { service, resource = '' } = parseArn(arn) ?? {};
  return service !== 'iam' || !/^(?:role|user|group|instance-profile)\/.+\//.test(resource);
}

/** The inline policies of the entity, where the call asks for one and all are known. */
function inlineNames(call: string, id: string, account: string, snapshot: Snapshot): readonly string[] | undefined {
  const list = findAnyCall(call)?.listedBy;
  const held = list === undefined ? undefined : snapshot.held.get(answerKey(account, list, id));
  return held === undefined ? undefined : texts(held.fields['PolicyNames']);
}

/** In IAM's own words. */
const SENTENCES = {
  role: (name) => `The role with name ${name} cannot be found.`,
  user: (name) => `The user with name ${name} cannot be found.`,
  group: (name) => `The group with name ${name} cannot be found.`,
  policy: (arn) => `Policy ${arn} was not found.`,
  'instance-profile': (name) => `Instance Profile ${name} cannot be found.`,
  'oidc-provider': (arn) => `OpenIDConnect Provider not found for arn ${arn}`,
  'saml-provider': (arn) => `Manifest not found for arn ${arn}`,
  resource: (arn) => `${arn} does not exist.`,
} as const satisfies Record<EntityKind, (id: string) => string>;
