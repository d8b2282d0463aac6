import type { ReadCall, ReadService } from '../../model/read.ts';

/**
 * Whose credentials can answer a call. `account`: only those of the account it is about, and nobody else's answer counts.
 * `organization`: the management account's or a delegated administrator's. `any`: the answer says itself what it is about.
 */
type Answerer = 'account' | 'organization' | 'any';

/** In whose account the permission is needed: `denytrace permissions` prints one statement for each. */
export type NeededIn = 'caller' | 'resource' | 'management';

/** How the pages of a list are asked for: token in, token out, and the list's name in the output. */
export interface Paging {
  readonly list: string;
  readonly tokenIn: string;
  readonly tokenOut: string;
  /** Input that asks for the longest pages. */
  readonly pageSize?: Readonly<Record<string, number>>;
}

/** One read of AWS. Its name in the table is the permission it needs. */
export interface CallEntry {
  readonly service: ReadService;
  readonly answeredBy: Answerer;
  readonly neededIn: readonly NeededIn[];
  /** What it reads, as a noun phrase. */
  readonly reads: string;
  /** The input that names what is read, for progress and for evidence. */
  readonly names: string | null;
  /** Kind of entity in an IAM ARN made from `names`: `role` gives `arn:aws:iam::<account>:role/<name>`. */
  readonly arnKind?: 'role' | 'user' | 'group' | 'instance-profile';
  readonly paging?: Paging;
  /** AWS's code where what was asked for certainly does not exist. Without it no refusal means that. */
  readonly absent?: string;
}

const MARKER = { tokenIn: 'Marker', tokenOut: 'Marker', pageSize: { MaxItems: 1000 } } as const;
const NEXT_TOKEN = { tokenIn: 'NextToken', tokenOut: 'NextToken' } as const;
const GONE = 'NoSuchEntityException';
const NO_ORGANIZATION = 'AWSOrganizationsNotInUseException';
const CALLER = ['caller'] as const;
const BOTH = ['caller', 'resource'] as const;
const RESOURCE = ['resource'] as const;
const MANAGEMENT = ['management'] as const;

/** Every read that denytrace can make; the client refuses all others. To add one, add its line here. */
// biome-ignore format: a table of one line a call
export const CALLS = {
  'sts:GetCallerIdentity': { service: 'sts', answeredBy: 'any', neededIn: [], reads: 'the identity of the credentials', names: null },
  'sts:DecodeAuthorizationMessage': { service: 'sts', answeredBy: 'any', neededIn: CALLER, reads: 'the encoded authorization message', names: null },
  'iam:GetRole': { service: 'iam', answeredBy: 'account', neededIn: BOTH, reads: 'the role', names: 'RoleName', arnKind: 'role', absent: GONE },
  'iam:GetUser': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the user', names: 'UserName', arnKind: 'user', absent: GONE },
  'iam:ListAttachedRolePolicies': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the policies attached to the role', names: 'RoleName', arnKind: 'role', paging: { list: 'AttachedPolicies', ...MARKER } },
  'iam:ListAttachedUserPolicies': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the policies attached to the user', names: 'UserName', arnKind: 'user', paging: { list: 'AttachedPolicies', ...MARKER } },
  'iam:ListAttachedGroupPolicies': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the policies attached to the group', names: 'GroupName', arnKind: 'group', paging: { list: 'AttachedPolicies', ...MARKER } },
  'iam:ListRolePolicies': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the inline policies of the role', names: 'RoleName', arnKind: 'role', paging: { list: 'PolicyNames', ...MARKER } },
  'iam:ListUserPolicies': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the inline policies of the user', names: 'UserName', arnKind: 'user', paging: { list: 'PolicyNames', ...MARKER } },
  'iam:ListGroupPolicies': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the inline policies of the group', names: 'GroupName', arnKind: 'group', paging: { list: 'PolicyNames', ...MARKER } },
  'iam:GetRolePolicy': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the inline policy of the role', names: 'RoleName', arnKind: 'role' },
  'iam:GetUserPolicy': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the inline policy of the user', names: 'UserName', arnKind: 'user' },
  'iam:GetGroupPolicy': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the inline policy of the group', names: 'GroupName', arnKind: 'group' },
  'iam:ListGroupsForUser': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the groups of the user', names: 'UserName', arnKind: 'user', paging: { list: 'Groups', ...MARKER } },
  'iam:ListAccessKeys': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the access keys of the user', names: 'UserName', arnKind: 'user', paging: { list: 'AccessKeyMetadata', ...MARKER } },
  'iam:GetPolicy': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the managed policy', names: 'PolicyArn' },
  'iam:GetPolicyVersion': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the version of the managed policy', names: 'PolicyArn' },
  'iam:ListPolicyVersions': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the versions of the managed policy', names: 'PolicyArn', paging: { list: 'Versions', ...MARKER } },
  'iam:GetInstanceProfile': { service: 'iam', answeredBy: 'account', neededIn: RESOURCE, reads: 'the instance profile', names: 'InstanceProfileName', arnKind: 'instance-profile', absent: GONE },
  'iam:ListOpenIDConnectProviders': { service: 'iam', answeredBy: 'account', neededIn: RESOURCE, reads: 'the OIDC providers', names: null },
  'iam:GetOpenIDConnectProvider': { service: 'iam', answeredBy: 'account', neededIn: RESOURCE, reads: 'the OIDC provider', names: 'OpenIDConnectProviderArn', absent: GONE },
  'iam:ListSAMLProviders': { service: 'iam', answeredBy: 'account', neededIn: RESOURCE, reads: 'the SAML providers', names: null },
  'iam:ListRoles': { service: 'iam', answeredBy: 'account', neededIn: BOTH, reads: 'the roles of the account', names: null, paging: { list: 'Roles', ...MARKER } },
  'iam:ListUsers': { service: 'iam', answeredBy: 'account', neededIn: CALLER, reads: 'the users of the account', names: null, paging: { list: 'Users', ...MARKER } },
  'iam:GetRequestAuthorizationDetails': { service: 'iam-toolbox', answeredBy: 'any', neededIn: CALLER, reads: "AWS's record of the denial", names: 'authorizationId', paging: { list: 'evaluations', tokenIn: 'nextToken', tokenOut: 'nextToken' } },
  'iam:GetRequestAuthorizationPolicy': { service: 'iam-toolbox', answeredBy: 'any', neededIn: CALLER, reads: "a policy in AWS's record of the denial", names: 'authorizationId' },
  'organizations:DescribeOrganization': { service: 'organizations', answeredBy: 'account', neededIn: BOTH, reads: 'the organization', names: null, absent: NO_ORGANIZATION },
  'organizations:DescribeAccount': { service: 'organizations', answeredBy: 'organization', neededIn: MANAGEMENT, reads: 'the account in its organization', names: 'AccountId' },
  'organizations:DescribeOrganizationalUnit': { service: 'organizations', answeredBy: 'organization', neededIn: MANAGEMENT, reads: 'the organizational unit', names: 'OrganizationalUnitId' },
  'organizations:ListParents': { service: 'organizations', answeredBy: 'organization', neededIn: MANAGEMENT, reads: 'the parent in the organization', names: 'ChildId', paging: { list: 'Parents', ...NEXT_TOKEN } },
  'organizations:ListRoots': { service: 'organizations', answeredBy: 'organization', neededIn: MANAGEMENT, reads: 'the root of the organization', names: null, paging: { list: 'Roots', ...NEXT_TOKEN } },
  'organizations:ListPoliciesForTarget': { service: 'organizations', answeredBy: 'organization', neededIn: MANAGEMENT, reads: 'the policies attached in the organization', names: 'TargetId', paging: { list: 'Policies', ...NEXT_TOKEN } },
  'organizations:DescribePolicy': { service: 'organizations', answeredBy: 'organization', neededIn: MANAGEMENT, reads: 'the policy of the organization', names: 'PolicyId' },
} as const satisfies Record<string, CallEntry>;

/** The name of a read: its permission. */
export type CallName = keyof typeof CALLS;

/** The table's line of a call; undefined for one that AWS is never asked. */
export function callEntry(name: string): CallEntry | undefined {
  return Object.hasOwn(CALLS, name) ? CALLS[name as CallName] : undefined; // hasOwn just proved it
}

/** "iam:GetRole prod-deploy", for progress. */
export function describeCall(call: ReadCall): string {
  const subject = subjectOf(call);
  return subject === null ? call.call : `${call.call} ${subject}`;
}

/** What a read is about, for evidence: an ARN where one can be made, else an id or the account. */
export function entityOf(call: ReadCall): string {
  const subject = subjectOf(call);
  const kind = callEntry(call.call)?.arnKind;
  if (subject === null) return call.account ?? 'the current credentials';
  return kind === undefined ? subject : `arn:${call.partition ?? 'aws'}:iam::${call.account ?? ''}:${kind}/${subject}`;
}

function subjectOf(call: ReadCall): string | null {
  const name = callEntry(call.call)?.names ?? null;
  const value = name === null ? undefined : call.input[name];
  return typeof value === 'string' ? value : null;
}
