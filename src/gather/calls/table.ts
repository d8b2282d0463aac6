import type { SdkCall, SdkInput, SdkOutput, SdkService } from './api-types.ts';
import type { CallEntry, RestCallEntry, RestServiceEntry, ServiceEntry } from './call-entry.ts';

/** Services that are called with the SDK's clients. */
const SDK_SERVICES = {
  sts: { region: 'regional' },
  iam: { region: 'global' },
  organizations: { region: 'global' },
} as const satisfies Readonly<Record<SdkService, ServiceEntry>>;

/** Services that are called through their REST APIs, because the SDK has no client for them here. */
export const REST_SERVICES = {
  'iam-toolbox': {
    region: 'regional',
    host: 'iam-toolbox',
    signedFor: 'iam',
    settings: 'IAM Toolbox',
    // A record appears some seconds after the denial.
    notYet: { code: 'ResourceNotFoundException', waits: [500, 1_500] },
  },
} as const satisfies Readonly<Record<string, RestServiceEntry>>;

/** Every service that denytrace reads. */
export const SERVICES = { ...SDK_SERVICES, ...REST_SERVICES } as const;

const MARKER = { tokenIn: 'Marker', tokenOut: 'Marker', pageSize: { MaxItems: 1000 } } as const;
const NEXT_TOKEN = { tokenIn: 'NextToken', tokenOut: 'NextToken' } as const;

const GONE = 'NoSuchEntityException';

const CALLER = { answeredBy: 'account', neededIn: ['caller'] } as const;
const BOTH = { answeredBy: 'account', neededIn: ['caller', 'resource'] } as const;
const RESOURCE = { answeredBy: 'account', neededIn: ['resource'] } as const;
const MANAGEMENT = { answeredBy: 'organization', neededIn: ['management'] } as const;

const ROLE = { kind: 'role', name: 'RoleName' } as const;
const USER = { kind: 'user', name: 'UserName' } as const;
const GROUP = { kind: 'group', name: 'GroupName' } as const;
const POLICY = { kind: 'policy', name: 'PolicyArn' } as const;

const MEMBER = ['Arn', 'Path', 'RoleName', 'RoleId', 'UserName', 'UserId', 'CreateDate'] as const;
const POLICY_SUMMARY = ['Id', 'Arn', 'Name', 'Type', 'AwsManaged'] as const;

/** Calls that are made with the SDK's clients. The compiler knows their names, their inputs and the fields of their answers. */
// biome-ignore format: one call a line where it fits
const SDK_CALLS = {
  'sts:GetCallerIdentity': { answeredBy: 'any', neededIn: [], recordedIn: 'callerIdentity', tripsBehind: 3 }, // no answer counts before it is known which account gave it
  'sts:DecodeAuthorizationMessage': { answeredBy: 'any', neededIn: ['caller'], about: { kind: 'message', name: 'EncodedMessage' }, recordedIn: 'decodedMessages' },

  'iam:GetRole': { ...BOTH, about: ROLE, entity: 'Role', absent: GONE, recordedIn: 'account', tripsBehind: 2 }, // a boundary is a policy, whose versions are read next
  'iam:ListAttachedRolePolicies': { ...CALLER, about: ROLE, list: 'AttachedPolicies', paging: MARKER, recordedIn: 'account', tripsBehind: 2 },
  'iam:ListRolePolicies': { ...CALLER, about: ROLE, list: 'PolicyNames', paging: MARKER, recordedIn: 'account' },
  'iam:GetRolePolicy': { ...CALLER, about: { ...ROLE, part: 'PolicyName' }, listedBy: 'iam:ListRolePolicies', recordedIn: 'account', tripsBehind: 0 },

  'iam:GetUser': { ...CALLER, about: USER, entity: 'User', absent: GONE, recordedIn: 'account', tripsBehind: 2 },
  'iam:ListAttachedUserPolicies': { ...CALLER, about: USER, list: 'AttachedPolicies', paging: MARKER, recordedIn: 'account', tripsBehind: 2 },
  'iam:ListUserPolicies': { ...CALLER, about: USER, list: 'PolicyNames', paging: MARKER, recordedIn: 'account' },
  'iam:GetUserPolicy': { ...CALLER, about: { ...USER, part: 'PolicyName' }, listedBy: 'iam:ListUserPolicies', recordedIn: 'account', tripsBehind: 0 },
  'iam:ListGroupsForUser': { ...CALLER, about: USER, list: 'Groups', paging: MARKER, recordedIn: 'account', tripsBehind: 3 },
  'iam:ListAccessKeys': { ...CALLER, about: USER, list: 'AccessKeyMetadata', paging: MARKER, tripsBehind: 0 },

  'iam:ListAttachedGroupPolicies': { ...CALLER, about: GROUP, list: 'AttachedPolicies', paging: MARKER, recordedIn: 'account', tripsBehind: 2 },
  'iam:ListGroupPolicies': { ...CALLER, about: GROUP, list: 'PolicyNames', paging: MARKER, recordedIn: 'account' },
  'iam:GetGroupPolicy': { ...CALLER, about: { ...GROUP, part: 'PolicyName' }, listedBy: 'iam:ListGroupPolicies', recordedIn: 'account', tripsBehind: 0 },

  'iam:GetPolicy': { ...CALLER, about: POLICY, entity: 'Policy', recordedIn: 'account' },
  'iam:ListPolicies': { ...CALLER, list: 'Policies', paging: MARKER, kept: { Policies: ['Arn', 'PolicyName', 'DefaultVersionId', 'CreateDate', 'UpdateDate'] }, tripsBehind: 3 }, // the versions of the groups' policies are three round trips away
  'iam:ListPolicyVersions': { ...CALLER, about: POLICY, list: 'Versions', paging: MARKER, recordedIn: 'account' },
  'iam:GetPolicyVersion': { ...CALLER, about: { ...POLICY, part: 'VersionId' }, recordedIn: 'account', tripsBehind: 0 },

  'iam:ListRoles': { ...BOTH, list: 'Roles', paging: MARKER, madeOf: 'iam:GetRole', kept: { Roles: MEMBER } },
  'iam:ListUsers': { ...CALLER, list: 'Users', paging: MARKER, madeOf: 'iam:GetUser', kept: { Users: MEMBER } },
  'iam:GetInstanceProfile': {
    ...RESOURCE, about: { kind: 'instance-profile', name: 'InstanceProfileName' }, entity: 'InstanceProfile', absent: GONE, recordedIn: 'account',
    kept: { InstanceProfile: { Path: 'all', InstanceProfileName: 'all', InstanceProfileId: 'all', Arn: 'all', CreateDate: 'all', Tags: 'all', Roles: ['Path', 'RoleName', 'RoleId', 'Arn'] } },
  },
  'iam:ListOpenIDConnectProviders': { ...RESOURCE, list: 'OpenIDConnectProviderList', madeOf: 'arns' },
  'iam:GetOpenIDConnectProvider': { ...RESOURCE, about: { kind: 'oidc-provider', name: 'OpenIDConnectProviderArn' }, absent: GONE, recordedIn: 'account' },
  'iam:ListSAMLProviders': { ...RESOURCE, list: 'SAMLProviderList', madeOf: 'arns' },

  'organizations:DescribeOrganization': {
    ...BOTH, absent: 'AWSOrganizationsNotInUseException', recordedIn: 'organization',
    kept: { Organization: ['Id', 'FeatureSet', 'MasterAccountId', 'ManagementAccountId'] },
  },
  'organizations:ListRoots': { ...MANAGEMENT, list: 'Roots', paging: NEXT_TOKEN, recordedIn: 'organization', kept: { Roots: ['Id', 'Arn', 'Name', 'PolicyTypes'] }, tripsBehind: 2 },
  'organizations:DescribeAccount': { ...MANAGEMENT, about: { kind: 'target', name: 'AccountId' }, recordedIn: 'organization', kept: { Account: ['Id', 'Arn', 'Name', 'Paths'] }, tripsBehind: 3 }, // it spares three ListParents: what waits for those waits for it
  'organizations:ListParents': { ...MANAGEMENT, about: { kind: 'target', name: 'ChildId' }, list: 'Parents', paging: NEXT_TOKEN, recordedIn: 'organization', tripsBehind: 3 },
  'organizations:DescribeOrganizationalUnit': {
    ...MANAGEMENT, about: { kind: 'target', name: 'OrganizationalUnitId' }, recordedIn: 'organization',
    kept: { OrganizationalUnit: ['Id', 'Name'] }, tripsBehind: 0,
  },
  'organizations:ListPoliciesForTarget': {
    ...MANAGEMENT, about: { kind: 'target', name: 'TargetId', part: 'Filter' }, list: 'Policies', paging: NEXT_TOKEN, recordedIn: 'organization',
    kept: { Policies: POLICY_SUMMARY },
  },
  'organizations:DescribePolicy': {
    ...MANAGEMENT, about: { kind: 'organization-policy', name: 'PolicyId' }, recordedIn: 'organization',
    kept: { Policy: { PolicySummary: POLICY_SUMMARY, Content: 'all' } }, tripsBehind: 0,
  },
} as const satisfies { readonly [Name in SdkCall]?: CallEntry<keyof SdkInput<Name> & string, keyof SdkOutput<Name> & string> };

const RECORD = { name: 'authorizationId' } as const;
const RECORD_ID = /^[0-9a-z]{1,256}$/;

/** Calls of REST APIs. https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_Operations.html */
const REST_CALLS = {
  'iam:GetRequestAuthorizationDetails': {
    service: 'iam-toolbox',
    get: { path: '/authorization-details/{authorizationId}', pattern: RECORD_ID, query: ['nextToken'] },
    answeredBy: 'any',
    neededIn: ['caller'],
    about: RECORD,
    list: 'evaluations',
    paging: { tokenIn: 'nextToken', tokenOut: 'nextToken' },
  },
  'iam:GetRequestAuthorizationPolicy': {
    service: 'iam-toolbox',
    get: { path: '/authorization-details/{authorizationId}/policy', pattern: RECORD_ID, query: ['policyUri'] },
    answeredBy: 'any',
    neededIn: ['caller'],
    about: RECORD,
  },
} as const satisfies Readonly<Record<`${string}:${string}`, RestCallEntry<keyof typeof REST_SERVICES>>>;

/**
 * Every read that denytrace can make; the clients refuse all others. The name of a call is the permission that it needs.
 * To add a call, add its entry here, the reader that makes it, and a test.
 */
export const CALLS = { ...SDK_CALLS, ...REST_CALLS } as const;

/** The name of a call, and the permission that it needs: `iam:GetRole`. */
export type CallName = keyof typeof CALLS;
