import {
  CALLER_ACCOUNT,
  CALLER_ROLE_ID,
  CALLER_USER_ID,
  callerEntity,
  type Document,
  document,
  ORGANIZATION,
  resourceAccount,
  resourceArn,
  type World,
} from './world.ts';

const FULL = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const POLICY_ARN = `arn:aws:iam::${CALLER_ACCOUNT}:policy/BuildAccess`;
const BOUNDARY_ARN = `arn:aws:iam::${CALLER_ACCOUNT}:policy/Boundary`;

/** The world as a complete snapshot: everything was read. */
export function worldSnapshot(world: World): object {
  const account = resourceAccount(world.shape);
  const accounts: Record<string, object> = { [CALLER_ACCOUNT]: accountPart(CALLER_ACCOUNT, world) };
  if (account !== CALLER_ACCOUNT) accounts[account] = accountPart(account, world);
  return {
    denytrace: 'snapshot/1',
    scope: 'account',
    takenAt: '2026-11-24T12:00:00Z',
    accounts,
    organizations: { [ORGANIZATION]: organizationPart(world) },
  };
}

function accountPart(account: string, world: World): object {
  const users: object[] = [];
  const groups: object[] = [];
  const roles: object[] = [];
  const policies: object[] = [];
  const { shape } = world;
  if (account === CALLER_ACCOUNT) {
    const part = callerPart(world);
    (shape.caller === 'user' ? users : roles).push(part.entity);
    groups.push(...part.groups);
    policies.push(...part.policies);
  }
  if (account === resourceAccount(shape) && shape.ask !== 'queue' && world.roleExists) {
    const arn = resourceArn(shape);
    roles.push({
      ...role(arn, 'deploy-target', shape.path, 'AROATARGETTARGET1'),
      AssumeRolePolicyDocument: world.resource,
    });
  }
  return {
    organizationId: ORGANIZATION,
    authorizationDetails: { UserDetailList: users, GroupDetailList: groups, RoleDetailList: roles, Policies: policies },
    resourcePolicies:
      shape.ask === 'queue' && account === resourceAccount(shape) ? { [resourceArn(shape)]: world.resource } : {},
  };
}

function role(arn: string, name: string, path: string, id: string): object {
  return {
    Arn: arn,
    RoleName: name,
    Path: path,
    RoleId: id,
    CreateDate: '2024-01-01T00:00:00Z',
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    InstanceProfileList: [],
    Tags: [],
  };
}

function callerPart(world: World): { entity: object; groups: object[]; policies: object[] } {
  const { shape } = world;
  const isUser = shape.caller === 'user';
  const arn = callerEntity(shape);
  const grant = shape.grant === 'group' && !isUser ? 'inline' : shape.grant;
  const inline = grant === 'inline' ? [{ PolicyName: 'BuildAccess', PolicyDocument: world.identity }] : [];
  const attached = grant === 'managed' ? [{ PolicyName: 'BuildAccess', PolicyArn: POLICY_ARN }] : [];
  const boundary = world.boundary && {
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: BOUNDARY_ARN },
  };
  const group = {
    GroupName: 'builders',
    GroupId: 'AGPABUILDERS',
    Path: '/',
    Arn: `arn:aws:iam::${CALLER_ACCOUNT}:group/builders`,
  };
  const entity = isUser
    ? {
        UserName: 'build',
        UserId: CALLER_USER_ID,
        Arn: arn,
        Path: shape.path,
        UserPolicyList: inline,
        GroupList: grant === 'group' ? ['builders'] : [],
        AttachedManagedPolicies: attached,
        Tags: [],
        ...boundary,
      }
    : {
        ...role(arn, 'build', shape.path, CALLER_ROLE_ID),
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: { Service: 'codebuild.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
        RolePolicyList: inline,
        AttachedManagedPolicies: attached,
        ...boundary,
      };
  return {
    entity,
    groups:
      grant === 'group'
        ? [
            {
              ...group,
              GroupPolicyList: [{ PolicyName: 'BuildAccess', PolicyDocument: world.identity }],
              AttachedManagedPolicies: [],
            },
          ]
        : [],
    policies: [
      ...(grant === 'managed' ? [managed('BuildAccess', POLICY_ARN, world.identity, world.newest)] : []),
      ...(world.boundary ? [managed('Boundary', BOUNDARY_ARN, world.boundary, null)] : []),
    ],
  };
}

function managed(name: string, arn: string, current: Document, newest: Document | null): object {
  const versions = [{ VersionId: 'v1', IsDefaultVersion: true, Document: current, CreateDate: '2024-01-01T00:00:00Z' }];
  if (newest)
    versions.unshift({
      VersionId: 'v2',
      IsDefaultVersion: false,
      Document: newest,
      CreateDate: '2025-01-01T00:00:00Z',
    });
  return {
    PolicyName: name,
    Arn: arn,
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: 1,
    PolicyVersionList: versions,
  };
}

function organizationPart(world: World): object {
  const ids = world.scps.map((level) => level.id);
  const parents: Record<string, string> = {};
  for (const [index, id] of ids.entries()) {
    const parent = ids[index - 1];
    if (parent !== undefined) parents[id] = parent;
  }
  const account = resourceAccount(world.shape);
  if (account !== CALLER_ACCOUNT) parents[account] = 'r-root';
  const full = {
    name: 'FullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    type: 'SERVICE_CONTROL_POLICY',
    document: FULL,
  };
  const policies: Record<string, object> = { 'p-FullAWSAccess': full };
  const attachments: Record<string, string[]> = { [account]: ['p-FullAWSAccess'] };
  for (const [index, level] of world.scps.entries()) {
    const own = `p-level${index}0000`;
    attachments[level.id] = [...(level.full ? ['p-FullAWSAccess'] : []), ...(level.extra ? [own] : [])];
    if (level.extra) policies[own] = organizationPolicy(`Level${index}`, own, 'SERVICE_CONTROL_POLICY', level.extra);
  }
  if (world.rcp) {
    policies['p-perimeter1'] = organizationPolicy('Perimeter', 'p-perimeter1', 'RESOURCE_CONTROL_POLICY', world.rcp);
    attachments['r-root']?.push('p-perimeter1');
  }
  return {
    managementAccountId: '999988887777',
    featureSet: 'ALL',
    enabledPolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'],
    parents,
    names: { 'r-root': 'Root' },
    policies,
    attachments,
  };
}

function organizationPolicy(name: string, id: string, type: string, content: Document): object {
  const folder = type.toLowerCase();
  return {
    name,
    arn: `arn:aws:organizations::999988887777:policy/${ORGANIZATION}/${folder}/${id}`,
    type,
    document: content,
  };
}
