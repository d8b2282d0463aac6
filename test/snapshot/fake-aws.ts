import type { Read, ReadAnswer, ReadCall } from '../../src/model/read.ts';
import { ACCOUNT, DOCUMENT, GROUP, ORGANIZATION, OTHER, OU, POLICY, RCP, ROLE, ROOT, SCP, USER } from './fixtures.ts';

/** As IAM's API sends documents. */
const encoded = encodeURIComponent(JSON.stringify(DOCUMENT));
const created = new Date('2026-01-01T00:00:00Z');
const managed = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const management = '999900001111';
const summary = (Id: string, Type: string) => ({
  Id,
  Type,
  Name: Id,
  Arn: `arn:aws:organizations::x:policy/${Id}`,
  AwsManaged: false,
});
const own = { Arn: ROLE.Arn, RoleName: ROLE.RoleName, Path: ROLE.Path, RoleId: ROLE.RoleId, CreateDate: created };
const user = { Arn: USER.Arn, UserName: USER.UserName, Path: '/', UserId: USER.UserId, CreateDate: created };
const boundary = {
  PermissionsBoundary: { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: POLICY.Arn },
};
const head = (Arn: string) => ({
  Policy: { PolicyName: 'P', Arn, DefaultVersionId: 'v2', CreateDate: created, AttachmentCount: 1 },
});
const version = (VersionId: string) => ({ VersionId, IsDefaultVersion: VersionId === 'v2', CreateDate: created });

type Row = readonly [call: string, input: Record<string, string>, output: object, account?: string];

/** What AWS answers, in the SDK's shapes: Dates, URL-encoded documents, metadata, and more than anybody needs. */
export const ROWS: readonly Row[] = [
  [
    'iam:GetRole',
    { RoleName: 'deployer' },
    {
      Role: {
        ...own,
        ...boundary,
        AssumeRolePolicyDocument: encoded,
        MaxSessionDuration: 7200,
        RoleLastUsed: { Region: 'eu-west-1' },
      },
      $metadata: { requestId: 'x' },
    },
  ],
  [
    'iam:ListAttachedRolePolicies',
    { RoleName: 'deployer' },
    {
      AttachedPolicies: [
        { PolicyName: 'P', PolicyArn: POLICY.Arn },
        { PolicyName: 'R', PolicyArn: managed },
      ],
      IsTruncated: false,
    },
  ],
  ['iam:ListRolePolicies', { RoleName: 'deployer' }, { PolicyNames: ['one', 'two'], IsTruncated: false }],
  [
    'iam:GetRolePolicy',
    { RoleName: 'deployer', PolicyName: 'one' },
    { RoleName: 'deployer', PolicyName: 'one', PolicyDocument: encoded },
  ],
  [
    'iam:GetRolePolicy',
    { RoleName: 'deployer', PolicyName: 'two' },
    { RoleName: 'deployer', PolicyName: 'two', PolicyDocument: encoded },
  ],
  [
    'iam:GetUser',
    { UserName: 'ana' },
    { User: { ...user, Tags: [{ Key: 'team', Value: 'red' }], PasswordLastUsed: created } },
  ],
  ['iam:ListAttachedUserPolicies', { UserName: 'ana' }, { AttachedPolicies: [] }],
  ['iam:ListUserPolicies', { UserName: 'ana' }, { PolicyNames: [] }],
  [
    'iam:ListGroupsForUser',
    { UserName: 'ana' },
    {
      Groups: [{ Arn: GROUP.Arn, GroupName: 'builders', Path: '/teams/', GroupId: GROUP.GroupId, CreateDate: created }],
    },
  ],
  ['iam:ListAccessKeys', { UserName: 'ana' }, { AccessKeyMetadata: [] }],
  ['iam:ListAttachedGroupPolicies', { GroupName: 'builders' }, { AttachedPolicies: [] }],
  ['iam:ListGroupPolicies', { GroupName: 'builders' }, { PolicyNames: ['Build'] }],
  [
    'iam:GetGroupPolicy',
    { GroupName: 'builders', PolicyName: 'Build' },
    { GroupName: 'builders', PolicyName: 'Build', PolicyDocument: encoded },
  ],
  ['iam:GetPolicy', { PolicyArn: POLICY.Arn }, head(POLICY.Arn)],
  [
    'iam:GetPolicyVersion',
    { PolicyArn: POLICY.Arn, VersionId: 'v2' },
    { PolicyVersion: { ...version('v2'), Document: encoded } },
  ],
  [
    'iam:GetPolicyVersion',
    { PolicyArn: POLICY.Arn, VersionId: 'v3' },
    { PolicyVersion: { ...version('v3'), Document: encoded } },
  ],
  ['iam:ListPolicyVersions', { PolicyArn: POLICY.Arn }, { Versions: [version('v3'), version('v2')] }],
  ['iam:GetPolicy', { PolicyArn: managed }, head(managed)],
  [
    'iam:GetPolicyVersion',
    { PolicyArn: managed, VersionId: 'v2' },
    { PolicyVersion: { ...version('v2'), Document: encoded } },
  ],
  [
    'iam:GetInstanceProfile',
    { InstanceProfileName: 'web' },
    {
      InstanceProfile: {
        InstanceProfileName: 'web',
        Arn: `arn:aws:iam::${OTHER}:instance-profile/web`,
        Roles: [{ ...own, AssumeRolePolicyDocument: encoded }],
      },
    },
    OTHER,
  ],
  ['iam:ListRoles', {}, { Roles: [{ ...own, AssumeRolePolicyDocument: encoded }] }],
  [
    'iam:ListOpenIDConnectProviders',
    {},
    { OpenIDConnectProviderList: [{ Arn: `arn:aws:iam::${OTHER}:oidc-provider/idp` }] },
    OTHER,
  ],
  [
    'iam:GetOpenIDConnectProvider',
    { OpenIDConnectProviderArn: `arn:aws:iam::${OTHER}:oidc-provider/idp` },
    { Url: 'idp', ClientIDList: ['sts.amazonaws.com'], CreateDate: created },
    OTHER,
  ],
  ['iam:GetRequestAuthorizationDetails', { authorizationId: 'abc' }, { evaluations: [{ decision: 'DENY' }] }],
  ['sts:DecodeAuthorizationMessage', { EncodedMessage: 'abc' }, { DecodedMessage: '{"allowed": false}' }],
  [
    'organizations:DescribeOrganization',
    {},
    {
      Organization: {
        Id: ORGANIZATION,
        Arn: 'x',
        FeatureSet: 'ALL',
        MasterAccountId: management,
        MasterAccountEmail: 'boss@example.com',
      },
    },
  ],
  [
    'organizations:DescribeAccount',
    { AccountId: ACCOUNT },
    {
      Account: {
        Id: ACCOUNT,
        Arn: `arn:aws:organizations::${management}:account/${ORGANIZATION}/${ACCOUNT}`,
        Name: 'build',
        Email: 'a@example.com',
        Paths: [`${ORGANIZATION}/${ROOT}/${OU}/${ACCOUNT}/`],
      },
    },
  ],
  ['organizations:ListParents', { ChildId: ACCOUNT }, { Parents: [{ Id: OU, Type: 'ORGANIZATIONAL_UNIT' }] }],
  ['organizations:ListParents', { ChildId: OU }, { Parents: [{ Id: ROOT, Type: 'ROOT' }] }],
  [
    'organizations:DescribeOrganizationalUnit',
    { OrganizationalUnitId: OU },
    { OrganizationalUnit: { Id: OU, Arn: 'x', Name: 'Workloads' } },
  ],
  [
    'organizations:ListRoots',
    {},
    {
      Roots: [
        {
          Id: ROOT,
          Arn: `arn:aws:organizations::${management}:root/${ORGANIZATION}/${ROOT}`,
          Name: 'Root',
          PolicyTypes: [
            { Type: SCP, Status: 'ENABLED' },
            { Type: RCP, Status: 'ENABLED' },
          ],
        },
      ],
    },
  ],
  [
    'organizations:ListPoliciesForTarget',
    { TargetId: OU, Filter: SCP },
    { Policies: [summary('p-full', SCP), summary('p-guard', SCP)] },
  ],
  [
    'organizations:ListPoliciesForTarget',
    { TargetId: OU, Filter: RCP },
    { Policies: [summary('p-RCPFullAWSAccess', RCP)] },
  ],
  ['organizations:ListPoliciesForTarget', { TargetId: ACCOUNT, Filter: SCP }, { Policies: [summary('p-full', SCP)] }],
  ['organizations:ListPoliciesForTarget', { TargetId: ACCOUNT, Filter: RCP }, { Policies: [] }],
  [
    'organizations:DescribePolicy',
    { PolicyId: 'p-full' },
    { Policy: { PolicySummary: { ...summary('p-full', SCP), Description: 'x' }, Content: JSON.stringify(DOCUMENT) } },
  ],
];

/** How a read may go besides. */
export const FATES = [
  'answered',
  'answered',
  'answered',
  'AccessDenied',
  'NoSuchEntityException',
  'AWSOrganizationsNotInUseException',
  'stranger',
  'unproven',
  'unasked',
] as const;
export type Fate = (typeof FATES)[number];

export function callOf([call, input, , account = ACCOUNT]: Row): ReadCall {
  return { call, account, input, partition: 'aws' };
}

function answerOf(row: Row, fate: Fate): ReadAnswer {
  const { account } = callOf(row);
  switch (fate) {
    case 'answered':
    case 'unasked':
      return { status: 'answered', account, output: row[2] };
    case 'stranger':
      return { status: 'answered', account: '222233334444', output: row[2] };
    case 'unproven':
      return { status: 'answered', account: null, output: row[2] };
    default:
      return { status: 'refused', account, code: fate, message: `${row[0]}: ${fate}` };
  }
}

/** A read that answers every row as its fate wills. */
export function fakeAws(fates: readonly Fate[]): Read {
  return async (call) => {
    const index = ROWS.findIndex(
      (row) => row[0] === call.call && JSON.stringify(row[1]) === JSON.stringify(call.input),
    );
    const row = ROWS[index];
    if (row === undefined) throw new Error(`nobody asks for ${call.call}`);
    return answerOf(row, fates[index] ?? 'answered');
  };
}
