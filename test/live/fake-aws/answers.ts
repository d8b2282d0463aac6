import type { AnswerOf, InputOf } from '../../../src/gather/calls/find-call.ts';
import type { CallName } from '../../../src/gather/calls/table.ts';

export const ACCOUNT = '111122223333';
const created = new Date('2026-01-01T00:00:00Z');
/** As IAM sends documents. */
const encoded = encodeURIComponent('{"Version":"2012-10-17","Statement":[]}');
const role = {
  Path: '/',
  RoleName: 'deployer',
  RoleId: 'AROAEXAMPLEEXAMPLE01',
  Arn: `arn:aws:iam::${ACCOUNT}:role/deployer`,
  CreateDate: created,
};
const user = {
  Path: '/',
  UserName: 'ana',
  UserId: 'AIDAEXAMPLEEXAMPLE01',
  Arn: `arn:aws:iam::${ACCOUNT}:user/ana`,
  CreateDate: created,
};
const policy = `arn:aws:iam::${ACCOUNT}:policy/Deploy`;
const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example`;
const attached = { AttachedPolicies: [{ PolicyName: 'Deploy', PolicyArn: policy }], IsTruncated: false };
const version = { VersionId: 'v1', IsDefaultVersion: true, CreateDate: created };
const root = {
  Id: 'r-ab12',
  Arn: `arn:aws:organizations::${ACCOUNT}:root/o-a1b2c3d4e5/r-ab12`,
  Name: 'Root',
  PolicyTypes: [],
};
const summary = { Id: 'p-examplepolicy', Name: 'Guard', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: false };

/** For every call of the table: what is asked for, and what AWS answers where all is well. */
export const ANSWERS: {
  readonly [Name in CallName]: { readonly input: InputOf<Name>; readonly output: AnswerOf<Name> };
} = {
  'sts:GetCallerIdentity': { input: {}, output: { Arn: user.Arn, UserId: user.UserId, Account: ACCOUNT } },
  'sts:DecodeAuthorizationMessage': {
    input: { EncodedMessage: 'abc' },
    output: { DecodedMessage: '{"allowed":false}' },
  },
  'iam:GetRole': { input: { RoleName: 'deployer' }, output: { Role: { ...role, AssumeRolePolicyDocument: encoded } } },
  'iam:GetUser': { input: { UserName: 'ana' }, output: { User: user } },
  'iam:ListAttachedRolePolicies': { input: { RoleName: 'deployer' }, output: attached },
  'iam:ListAttachedUserPolicies': { input: { UserName: 'ana' }, output: attached },
  'iam:ListAttachedGroupPolicies': { input: { GroupName: 'builders' }, output: attached },
  'iam:ListRolePolicies': { input: { RoleName: 'deployer' }, output: { PolicyNames: ['Inline'], IsTruncated: false } },
  'iam:ListUserPolicies': { input: { UserName: 'ana' }, output: { PolicyNames: [], IsTruncated: false } },
  'iam:ListGroupPolicies': { input: { GroupName: 'builders' }, output: { PolicyNames: [], IsTruncated: false } },
  'iam:GetRolePolicy': {
    input: { RoleName: 'deployer', PolicyName: 'Inline' },
    output: { RoleName: 'deployer', PolicyName: 'Inline', PolicyDocument: encoded },
  },
  'iam:GetUserPolicy': {
    input: { UserName: 'ana', PolicyName: 'Inline' },
    output: { UserName: 'ana', PolicyName: 'Inline', PolicyDocument: encoded },
  },
  'iam:GetGroupPolicy': {
    input: { GroupName: 'builders', PolicyName: 'Inline' },
    output: { GroupName: 'builders', PolicyName: 'Inline', PolicyDocument: encoded },
  },
  'iam:ListAccessKeys': {
    input: { UserName: 'ana' },
    output: {
      AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active' }],
      IsTruncated: false,
    },
  },
  'iam:ListGroupsForUser': { input: { UserName: 'ana' }, output: { Groups: [], IsTruncated: false } },
  'iam:GetPolicy': {
    input: { PolicyArn: policy },
    output: { Policy: { PolicyName: 'Deploy', Arn: policy, DefaultVersionId: 'v1' } },
  },
  'iam:GetPolicyVersion': {
    input: { PolicyArn: policy, VersionId: 'v1' },
    output: { PolicyVersion: { ...version, Document: encoded } },
  },
  'iam:ListPolicyVersions': { input: { PolicyArn: policy }, output: { Versions: [version], IsTruncated: false } },
  'iam:GetInstanceProfile': {
    input: { InstanceProfileName: 'web' },
    output: {
      InstanceProfile: { InstanceProfileName: 'web', Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web`, Roles: [] },
    },
  },
  'iam:ListOpenIDConnectProviders': { input: {}, output: { OpenIDConnectProviderList: [{ Arn: provider }] } },
  'iam:GetOpenIDConnectProvider': {
    input: { OpenIDConnectProviderArn: provider },
    output: { Url: 'idp.example', ClientIDList: ['sts.amazonaws.com'] },
  },
  'iam:ListSAMLProviders': { input: {}, output: { SAMLProviderList: [] } },
  'iam:ListRoles': { input: {}, output: { Roles: [role], IsTruncated: false } },
  'iam:ListUsers': { input: {}, output: { Users: [user], IsTruncated: false } },
  'iam:GetRequestAuthorizationDetails': {
    input: { authorizationId: 'abc123' },
    output: { evaluations: [{ evaluatedEffect: 'IMPLICIT_DENY' }] },
  },
  'iam:GetRequestAuthorizationPolicy': {
    input: { authorizationId: 'abc123', policyUri: policy },
    output: { policyDocument: { Statement: [] } },
  },
  'organizations:DescribeOrganization': {
    input: {},
    output: { Organization: { Id: 'o-a1b2c3d4e5', MasterAccountId: ACCOUNT, FeatureSet: 'ALL' } },
  },
  'organizations:DescribeAccount': {
    input: { AccountId: ACCOUNT },
    output: { Account: { Id: ACCOUNT, Name: 'build' } },
  },
  'organizations:DescribeOrganizationalUnit': {
    input: { OrganizationalUnitId: 'ou-ab12-11111111' },
    output: { OrganizationalUnit: { Id: 'ou-ab12-11111111', Name: 'Workloads' } },
  },
  'organizations:ListParents': { input: { ChildId: ACCOUNT }, output: { Parents: [{ Id: 'r-ab12', Type: 'ROOT' }] } },
  'organizations:ListRoots': { input: {}, output: { Roots: [root] } },
  'organizations:ListPoliciesForTarget': {
    input: { TargetId: 'r-ab12', Filter: 'SERVICE_CONTROL_POLICY' },
    output: { Policies: [summary] },
  },
  'organizations:DescribePolicy': {
    input: { PolicyId: 'p-examplepolicy' },
    output: { Policy: { PolicySummary: summary, Content: '{"Statement":[]}' } },
  },
};
