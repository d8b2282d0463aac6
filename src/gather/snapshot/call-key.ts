import { parseArn } from '../../model/arn.ts';
import type { ReadCall } from '../../model/read.ts';

/** What a read is about: a kind of thing, its id, and a detail of it. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly detail: string;
}

/** `call`: the read as a whole, by its input (lists of an account, and what has no place of its own). */
export type SubjectKind = EntityKind | 'target' | 'organization-policy' | 'message' | 'call';

/** Things that exist in an account, or do not. */
export type EntityKind = keyof typeof LISTED_BY;

type Row = readonly [kind: SubjectKind, field: string, detail?: string];

/** Which field of its input names what a call is about. IAM names are unique in an account whatever their path. */
const ROWS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['iam:GetRole', ['role', 'RoleName']],
  ['iam:ListAttachedRolePolicies', ['role', 'RoleName']],
  ['iam:ListRolePolicies', ['role', 'RoleName']],
  ['iam:GetRolePolicy', ['role', 'RoleName', 'PolicyName']],
  ['iam:GetUser', ['user', 'UserName']],
  ['iam:ListAttachedUserPolicies', ['user', 'UserName']],
  ['iam:ListUserPolicies', ['user', 'UserName']],
  ['iam:GetUserPolicy', ['user', 'UserName', 'PolicyName']],
  ['iam:ListGroupsForUser', ['user', 'UserName']],
  ['iam:ListMFADevices', ['user', 'UserName']],
  ['iam:ListAccessKeys', ['user', 'UserName']],
  ['iam:ListAttachedGroupPolicies', ['group', 'GroupName']],
  ['iam:ListGroupPolicies', ['group', 'GroupName']],
  ['iam:GetGroupPolicy', ['group', 'GroupName', 'PolicyName']],
  ['iam:GetPolicy', ['policy', 'PolicyArn']],
  ['iam:GetPolicyVersion', ['policy', 'PolicyArn', 'VersionId']],
  ['iam:ListPolicyVersions', ['policy', 'PolicyArn']],
  ['iam:GetInstanceProfile', ['instance-profile', 'InstanceProfileName']],
  ['iam:GetOpenIDConnectProvider', ['oidc-provider', 'OpenIDConnectProviderArn']],
  ['iam:GetSAMLProvider', ['saml-provider', 'SAMLProviderArn']],
  ['organizations:DescribeAccount', ['target', 'AccountId']],
  ['organizations:ListParents', ['target', 'ChildId']],
  ['organizations:ListPoliciesForTarget', ['target', 'TargetId', 'Filter']],
  ['organizations:DescribeOrganizationalUnit', ['target', 'OrganizationalUnitId']],
  ['organizations:DescribePolicy', ['organization-policy', 'PolicyId']],
  ['sts:DecodeAuthorizationMessage', ['message', 'EncodedMessage']],
  ['snapshot:ResourcePolicy', ['resource', 'ResourceArn']],
]);

/** The kind of thing that a call asks about; undefined where it is nothing that an account has. */
export function kindOfCall(call: string): EntityKind | undefined {
  const [kind] = ROWS.get(call) ?? [];
  return kind !== undefined && isEntityKind(kind) ? kind : undefined;
}

/** True for what an account has or has not. */
export function isEntityKind(kind: SubjectKind): kind is EntityKind {
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
} as const;

/** True where this call is the list of that kind. */
export function isEntityList(kind: EntityKind, call: string): boolean {
  return LISTED_BY[kind] === call;
}

/** Paging is the reader's business, not part of what is asked. */
const PAGING = new Set(['MaxItems', 'MaxResults', 'Limit', 'Marker', 'NextToken', 'nextToken', 'maxResults']);

/** What a call with this input is about. */
export function subjectOf(call: string, input: Readonly<Record<string, unknown>>): Subject {
  const row = ROWS.get(call);
  if (row === undefined) return { kind: 'call', id: inputKey(input), detail: '' };
  const [kind, field, detail] = row;
  return { kind, id: text(input[field]), detail: detail === undefined ? '' : text(input[detail]) };
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

/** Reads of organizations are about ids that are unique everywhere; only these two are about an account. */
const OF_AN_ACCOUNT = new Set(['organizations:DescribeOrganization', 'organizations:ListRoots']);

/** True for reads whose answer belongs to one account. */
export function isAboutAccount(call: string): boolean {
  return OF_AN_ACCOUNT.has(call) || !(call.startsWith('organizations:') || call === 'sts:DecodeAuthorizationMessage');
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
