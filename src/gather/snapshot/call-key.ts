import { parseArn } from '../../model/arn.ts';
import type { ReadCall } from '../../model/read.ts';
import type { EntityKind, SubjectKind } from '../calls/call-entry.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';

/** What a call is about: a kind of thing, its id, and a part of it. */
export interface Subject {
  /**
   * `call`: no particular thing, so that the call is told from others by its whole input. This is so for lists of an account, and for
   * calls in no table.
   */
  readonly kind: SubjectKind | 'call';
  readonly id: string;
  readonly detail: string;
}

/** The kind of entity that a call is about. Undefined if it is about none. */
export function kindOfCall(call: string): EntityKind | undefined {
  const kind = findAnyCall(call)?.about?.kind;
  return kind !== undefined && isEntityKind(kind) ? kind : undefined;
}

/** True for a kind of entity, something that an account has. */
export function isEntityKind(kind: Subject['kind']): kind is EntityKind {
  return Object.hasOwn(LISTED_BY, kind);
}

/** The call that lists all entities of a kind. What a complete list does not have does not exist. */
export const LISTED_BY = {
  role: 'iam:ListRoles',
  user: 'iam:ListUsers',
  group: 'iam:ListGroups',
  policy: 'iam:ListPolicies',
  'instance-profile': 'iam:ListInstanceProfiles',
  'oidc-provider': 'iam:ListOpenIDConnectProviders',
  'saml-provider': 'iam:ListSAMLProviders',
  resource: 'snapshot:ResourcePolicy',
} as const satisfies Record<EntityKind, string>;

/** True if this call lists all entities of this kind. */
export function isEntityList(kind: EntityKind, call: string): boolean {
  return LISTED_BY[kind] === call;
}

/** Inputs for paging, which do not change what a call is about. */
const PAGING = new Set(['MaxItems', 'MaxResults', 'Limit', 'Marker', 'NextToken', 'nextToken', 'maxResults']);

/** What a call with this input is about. An IAM name is unique in its account, whatever the path is. */
export function subjectOf(call: string, input: Readonly<Record<string, unknown>>): Subject {
  const about = findAnyCall(call)?.about;
  if (about?.kind === undefined) return { kind: 'call', id: inputKey(input), detail: '' };
  const { kind, name, part } = about;
  return { kind, id: text(input[name]), detail: part === undefined ? '' : text(input[part]) };
}

/** The entity that an ARN names: its account, kind and id. For a session it is the role. */
export function entityOfArn(text: string): {
  readonly account: string;
  readonly kind: EntityKind;
  readonly id: string;
} {
  const arn = parseArn(text);
  if (arn === undefined || (arn.service !== 'iam' && arn.service !== 'sts'))
    return { account: arn?.account ?? '', kind: 'resource', id: text };
  const [kind = '', ...rest] = arn.resource.split('/');
  const { account } = arn;
  const name = rest[rest.length - 1] ?? '';
  if (kind === 'assumed-role') return { account, kind: 'role', id: rest[0] ?? '' };
  if (kind === 'role' || kind === 'user' || kind === 'group' || kind === 'instance-profile')
    return { account, kind, id: name };
  if (kind === 'policy' || kind === 'oidc-provider' || kind === 'saml-provider') return { account, kind, id: text };
  return { account, kind: 'resource', id: text };
}

/**
 * True if the answer to a call belongs to one account. Most calls to Organizations are about an id that is unique everywhere, and an
 * encoded message is the same wherever it is decoded.
 */
export function isAboutAccount(call: string): boolean {
  const known = findAnyCall(call);
  if (call.startsWith('organizations:')) return known !== undefined && known.about === undefined;
  return known?.about?.kind !== 'message';
}

/** The key of an answer. */
export function answerKey(account: string, call: string, id: string, detail = ''): string {
  return `${isAboutAccount(call) ? account : ''}\n${call}\n${id}\n${detail}`;
}

/** The key of an answer in `reads`, or of a call that failed, by the call's whole input. `account` is the one that was asked about. */
export function readKey({ call, input }: Pick<ReadCall, 'call' | 'input'>, account: string): string {
  return answerKey(account, `= ${call}`, inputKey(input));
}

/** The key of an entity. */
export function entityKey(account: string, kind: EntityKind, id: string): string {
  return `${account}\n${kind}\n${id}`;
}

/** The entity of a key that `entityKey` made. */
export function entityOfKey(key: string): { readonly account: string; readonly kind: EntityKind; readonly id: string } {
  const [account = '', kind = '', id = ''] = key.split('\n');
  return { account, kind: kind as EntityKind, id }; // entityKey put it there
}

function inputKey(input: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(input).filter((name) => input[name] !== undefined && !PAGING.has(name));
  return JSON.stringify(names.sort().map((name) => [name, input[name]]));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
