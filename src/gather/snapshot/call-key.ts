import { parseArn } from '../../model/arn.ts';
import type { ReadCall } from '../../model/read.ts';
import type { EntityKind, SubjectKind } from '../calls/call-entry.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';

/** What a call is about: a kind of thing, its id, and a part of it. */
export interface Subject {
  /** `call`: the call as a whole, by its input. So it is for lists of an account, and for calls that are not in a table. */
  readonly kind: SubjectKind | 'call';
  readonly id: string;
  readonly detail: string;
}

/** The kind of entity that a call asks about; undefined where it asks about nothing that an account has. */
export function kindOfCall(call: string): EntityKind | undefined {
  const kind = findAnyCall(call)?.about?.kind;
  return kind !== undefined && isEntityKind(kind) ? kind : undefined;
}

/** True for the kinds of things that an account has or does not have. */
export function isEntityKind(kind: Subject['kind']): kind is EntityKind {
  return Object.hasOwn(LISTED_BY, kind);
}

/** The list that holds all entities of a kind: where it is whole, what it does not hold does not exist. */
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

/** True where this call is the list of that kind. */
export function isEntityList(kind: EntityKind, call: string): boolean {
  return LISTED_BY[kind] === call;
}

/** Paging is the reader's business, not part of what is asked. */
const PAGING = new Set(['MaxItems', 'MaxResults', 'Limit', 'Marker', 'NextToken', 'nextToken', 'maxResults']);

/** What a call with this input is about. IAM names are unique in an account, whatever their path. */
export function subjectOf(call: string, input: Readonly<Record<string, unknown>>): Subject {
  const about = findAnyCall(call)?.about;
  if (about === undefined || about.kind === 'denial-record') return { kind: 'call', id: inputKey(input), detail: '' };
  const { kind, name, part } = about;
  return { kind, id: text(input[name]), detail: part === undefined ? '' : text(input[part]) };
}

/** The kind of thing that an ARN names, and its id among them. Sessions stand for their role. */
export function entityOf(text: string): { readonly account: string; readonly kind: EntityKind; readonly id: string } {
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
 * True for calls whose answer belongs to one account. Calls to Organizations are about ids that are unique everywhere, but for those that
 * are about nothing in particular; an encoded message is the same wherever it is decoded.
 */
export function isAboutAccount(call: string): boolean {
  const known = findAnyCall(call);
  if (call.startsWith('organizations:')) return known !== undefined && known.about === undefined;
  return known?.about?.kind !== 'message';
}

/** The key of one answer. */
export function answerKey(account: string, call: string, id: string, detail = ''): string {
  return `${isAboutAccount(call) ? account : ''}\n${call}\n${id}\n${detail}`;
}

/** The key of one read by its whole input and whoever it was asked about: of an answer in `reads`, or of its refusal. */
export function readKey({ call, input }: Pick<ReadCall, 'call' | 'input'>, account: string): string {
  return answerKey(account, `= ${call}`, inputKey(input));
}

/** The key of an entity. */
export function entityKey(account: string, kind: EntityKind, id: string): string {
  return `${account}\n${kind}\n${id}`;
}

/** Takes apart what entityKey put together. */
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
