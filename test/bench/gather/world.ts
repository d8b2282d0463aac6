import type { FakeRequest } from '../../live/fake-aws/request.ts';
import { answer, type FakeResponse, refusal } from '../../live/fake-aws/response.ts';

/**
 * A user with three attached and two inline policies, a boundary and three groups (two managed and one inline policy each), who wants
 * a role in another account; Root › Platform › Workloads › Production › account, each level with FullAWSAccess and a policy of its own.
 */
const CALLER = '111122223333';
export const OWNER = '444455556666';
const MANAGEMENT = '999900001111';
export const USER = `arn:aws:iam::${CALLER}:user/ana`;
export const ROLE = `arn:aws:iam::${OWNER}:role/prod-deploy`;

const ROOT = 'r-ab12';
const UNITS = ['ou-ab12-platform', 'ou-ab12-workload', 'ou-ab12-producti'];
const LEVELS = [ROOT, ...UNITS];
const GROUPS = ['builders', 'readers', 'on-call'];
const SCP = 'SERVICE_CONTROL_POLICY';

const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:*', 'sts:*'], Resource: '*' }] };
const encoded = encodeURIComponent(JSON.stringify(allow));
const created = new Date('2026-01-01T00:00:00Z');
const policyArn = (name: string) => `arn:aws:iam::${CALLER}:policy/${name}`;
const attached = (...names: string[]) => ({
  AttachedPolicies: names.map((name) => ({ PolicyName: name, PolicyArn: policyArn(name) })),
  IsTruncated: false,
});
const inline = (...names: string[]) => ({ PolicyNames: names, IsTruncated: false });
/** Each policy has versions of its own, so that a request shows which answer it waited for. */
const versionOf = (arn: string | undefined) => `v-${arn?.slice(arn.lastIndexOf('/') + 1)}`;
const summary = (id: string) => ({ Id: id, Name: `name of ${id}`, Type: SCP, AwsManaged: false });

type Answers = Readonly<Record<string, (input: FakeRequest['input'], account: string) => object>>;

const ANSWERS: Answers = {
  'sts:GetCallerIdentity': (_, account) => ({
    Account: account,
    Arn: `arn:aws:iam::${account}:user/reader`,
    UserId: 'AIDAEXAMPLE',
  }),
  'iam:GetUser': () => ({
    User: {
      UserName: 'ana',
      UserId: 'AIDAEXAMPLEEXAMPLE01',
      Arn: USER,
      Path: '/',
      CreateDate: created,
      PermissionsBoundary: {
        PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
        PermissionsBoundaryArn: policyArn('Boundary'),
      },
    },
  }),
  'iam:GetRole': () => ({
    Role: {
      RoleName: 'prod-deploy',
      RoleId: 'AROAEXAMPLEEXAMPLE01',
      Arn: ROLE,
      Path: '/',
      CreateDate: created,
      AssumeRolePolicyDocument: encoded,
    },
  }),
  'iam:ListAttachedUserPolicies': () => attached('One', 'Two', 'Three'),
  'iam:ListUserPolicies': () => inline('Own', 'Other'),
  'iam:GetUserPolicy': ({ PolicyName }) => ({ UserName: 'ana', PolicyName, PolicyDocument: encoded }),
  'iam:ListGroupsForUser': () => ({
    Groups: GROUPS.map((name) => ({
      GroupName: name,
      GroupId: 'AGPA',
      Path: '/',
      Arn: `arn:aws:iam::${CALLER}:group/${name}`,
      CreateDate: created,
    })),
    IsTruncated: false,
  }),
  'iam:ListAttachedGroupPolicies': ({ GroupName }) => attached(`${GroupName}-a`, `${GroupName}-b`),
  'iam:ListGroupPolicies': ({ GroupName }) => inline(`${GroupName}-inline`),
  'iam:GetGroupPolicy': ({ GroupName, PolicyName }) => ({ GroupName, PolicyName, PolicyDocument: encoded }),
  'iam:GetPolicy': ({ PolicyArn }) => ({
    Policy: {
      PolicyName: PolicyArn,
      Arn: PolicyArn,
      DefaultVersionId: versionOf(PolicyArn),
      CreateDate: created,
      UpdateDate: created,
    },
  }),
  'iam:GetPolicyVersion': ({ VersionId }) => ({
    PolicyVersion: { VersionId, IsDefaultVersion: true, Document: encoded },
  }),
  'iam:ListPolicies': () => ({
    Policies: ['One', 'Two', 'Three', ...GROUPS.flatMap((group) => [`${group}-a`, `${group}-b`])].map((name) => ({
      PolicyName: name,
      Arn: policyArn(name),
      DefaultVersionId: versionOf(policyArn(name)),
      CreateDate: created,
      UpdateDate: created,
    })),
    IsTruncated: false,
  }),
  'iam:ListPolicyVersions': ({ PolicyArn }) => ({
    Versions: [{ VersionId: versionOf(PolicyArn), IsDefaultVersion: true, CreateDate: created }],
    IsTruncated: false,
  }),
  'organizations:DescribeOrganization': () => ({
    Organization: { Id: 'o-a1b2c3d4e5', MasterAccountId: MANAGEMENT, FeatureSet: 'ALL' },
  }),
  'organizations:ListRoots': () => ({
    Roots: [
      {
        Id: ROOT,
        Name: 'Root',
        Arn: `arn:aws:organizations::${MANAGEMENT}:root/o-a1b2c3d4e5/${ROOT}`,
        PolicyTypes: [{ Type: SCP, Status: 'ENABLED' }],
      },
    ],
  }),
  'organizations:DescribeOrganizationalUnit': ({ OrganizationalUnitId }) => ({
    OrganizationalUnit: { Id: OrganizationalUnitId, Name: 'a unit' },
  }),
  'organizations:ListParents': ({ ChildId = '' }) => {
    const parent = LEVELS[(LEVELS.includes(ChildId) ? LEVELS.indexOf(ChildId) : LEVELS.length) - 1];
    return { Parents: [{ Id: parent, Type: parent === ROOT ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
  },
  'organizations:ListPoliciesForTarget': ({ TargetId, Filter }) => ({
    Policies: Filter === SCP ? [summary('p-FullAWSAccess'), summary(`p-of-${TargetId}`)] : [],
  }),
  'organizations:DescribePolicy': ({ PolicyId = '' }) => ({
    Policy: { PolicySummary: summary(PolicyId), Content: JSON.stringify(allow) },
  }),
};

/** What AWS answers; with `paths`, DescribeAccount tells the whole path. */
export function respond(request: FakeRequest, paths: boolean): FakeResponse {
  if (request.call === 'organizations:DescribeAccount') {
    const { AccountId } = request.input;
    const Arn = `arn:aws:organizations::${MANAGEMENT}:account/o-a1b2c3d4e5/${AccountId}`;
    const path = `o-a1b2c3d4e5/${LEVELS.join('/')}/${AccountId}/`;
    return answer(request, {
      Account: { Id: AccountId, Arn, Name: 'an account', ...(paths ? { Paths: [path] } : {}) },
    });
  }
  const output = ANSWERS[request.call]?.(request.input, request.accessKeyId.slice(4, 16));
  return output === undefined
    ? refusal(request, 'AccessDenied', `nobody answers ${request.call}`, 403)
    : answer(request, output);
}
