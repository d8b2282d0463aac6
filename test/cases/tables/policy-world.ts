import { AWAY, HOME, type Json, ORGANIZATION } from './world.ts';

export const ROLE = `arn:aws:iam::${HOME}:role/ci-deployer`;
export const SESSION = `arn:aws:sts::${HOME}:assumed-role/ci-deployer/build-77`;
export const ALICE = `arn:aws:iam::${HOME}:user/alice`;
export const EVERYTHING: Json = { Effect: 'Allow', Action: '*', Resource: '*' };

/** What differs from a world in which every policy allows everything: the caller's account and another one, in one organization. */
export interface PolicyParts {
  /** Statements of the caller's (and of Alice's) inline policy. */
  readonly identity?: readonly Json[];
  /** Further elements of that policy's document: its Version. */
  readonly identityDocument?: Json;
  /** A managed policy beside it, with the statements of its default version and of its newest one. */
  readonly managed?: {
    readonly arn?: string;
    readonly current: readonly Json[];
    readonly newest?: readonly Json[];
    readonly updated?: string;
  };
  readonly boundary?: { readonly current: readonly Json[]; readonly newest?: readonly Json[] };
  /** Statements of a policy at the organizational unit of the caller's account. */
  readonly scp?: readonly Json[];
  /** Is FullAWSAccess attached there? */
  readonly fullAccess?: boolean;
  /** Statements of a policy at the organization's root. */
  readonly rcp?: readonly Json[];
  /** Policies of resources, by ARN; listed in the account that the ARN names, those without account in the other one. */
  readonly resources?: Readonly<Record<string, readonly Json[]>>;
  /** The account of buckets: their ARNs do not name one. */
  readonly bucketAccount?: string;
  readonly callerPath?: string;
  readonly callerTags?: Readonly<Record<string, string>>;
  /** What of the caller's policies could not be read. */
  readonly unread?: boolean;
  readonly more?: Json;
}

/** A snapshot of the world; everything in it was read. */
export function policyWorld(parts: PolicyParts): Json {
  return {
    denytrace: 'snapshot/1',
    takenAt: '2026-11-24T12:00:00Z',
    scope: 'account',
    callerIdentity: null,
    accounts: {
      [HOME]: {
        organizationId: ORGANIZATION,
        authorizationDetails: detailsOf(parts),
        resourcePolicies: resourcesOf(parts, HOME),
      },
      [AWAY]: {
        organizationId: ORGANIZATION,
        authorizationDetails: { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] },
        resourcePolicies: resourcesOf(parts, AWAY),
      },
    },
    organizations: { [ORGANIZATION]: organizationOf(parts) },
    ...parts.more,
  };
}

/** Statements as a document. */
export function policy(statements: readonly Json[]): Json {
  return { Version: '2012-10-17', Statement: statements };
}

function detailsOf(parts: PolicyParts): Json {
  const inline = [
    { PolicyName: 'Deploy', PolicyDocument: { ...policy(parts.identity ?? [EVERYTHING]), ...parts.identityDocument } },
  ];
  const managedArn = parts.managed?.arn ?? `arn:aws:iam::${HOME}:policy/Shared`;
  const boundaryArn = `arn:aws:iam::${HOME}:policy/Limits`;
  const attached = parts.managed === undefined ? [] : [{ PolicyName: nameOf(managedArn), PolicyArn: managedArn }];
  const both = {
    AttachedManagedPolicies: attached,
    Tags: Object.entries(parts.callerTags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    ...(parts.boundary && {
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundaryArn },
    }),
  };
  const path = parts.callerPath ?? '/';
  const role = {
    Arn: `arn:aws:iam::${HOME}:role${path}ci-deployer`,
    RoleName: 'ci-deployer',
    Path: path,
    RoleId: 'AROAEXAMPLECIDEPLOYER',
    CreateDate: '2024-01-01T00:00:00Z',
    AssumeRolePolicyDocument: policy([
      { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]),
    RolePolicyList: inline,
    ...both,
  };
  const user = {
    Arn: ALICE,
    UserName: 'alice',
    Path: '/',
    UserId: 'AIDAEXAMPLEALICE',
    CreateDate: '2024-01-01T00:00:00Z',
    UserPolicyList: inline,
    GroupList: [],
    ...both,
  };
  return {
    UserDetailList: parts.unread ? [] : [user],
    GroupDetailList: [],
    RoleDetailList: parts.unread ? [] : [role],
    Policies: [
      ...(parts.managed ? [managed(managedArn, parts.managed)] : []),
      ...(parts.boundary ? [managed(boundaryArn, parts.boundary)] : []),
    ],
  };
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function managed(
  arn: string,
  {
    current,
    newest,
    updated = '2024-01-01T00:00:00Z',
  }: { readonly current: readonly Json[]; readonly newest?: readonly Json[]; readonly updated?: string },
): Json {
  const version = (id: string, statements: readonly Json[]) => ({
    VersionId: id,
    IsDefaultVersion: id === 'v1',
    Document: policy(statements),
    CreateDate: newest === undefined ? updated : `2024-01-0${id.slice(1)}T00:00:00Z`,
  });
  return {
    PolicyName: nameOf(arn),
    Arn: arn,
    Path: '/',
    DefaultVersionId: 'v1',
    UpdateDate: updated,
    PolicyVersionList: [...(newest === undefined ? [] : [version('v2', newest)]), version('v1', current)],
  };
}

function resourcesOf({ resources = {}, bucketAccount = AWAY }: PolicyParts, account: string): Json {
  const own = Object.entries(resources).filter(([arn]) => (arn.split(':')[4] || bucketAccount) === account);
  return Object.fromEntries(own.map(([arn, statements]) => [arn, policy(statements)]));
}

const FULL = 'p-FullAWSAccess';

function organizationOf({ scp, fullAccess = true, rcp }: PolicyParts): Json {
  return {
    managementAccountId: '999988887777',
    featureSet: 'ALL',
    enabledPolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'],
    parents: {
      [HOME]: 'ou-root-builds01',
      [AWAY]: 'ou-root-prod0001',
      'ou-root-builds01': 'r-root',
      'ou-root-prod0001': 'r-root',
    },
    names: { 'r-root': 'Root', 'ou-root-builds01': 'Builds', 'ou-root-prod0001': 'Production' },
    policies: {
      [FULL]: {
        name: 'FullAWSAccess',
        arn: `arn:aws:organizations::aws:policy/service_control_policy/${FULL}`,
        type: 'SERVICE_CONTROL_POLICY',
        document: policy([EVERYTHING]),
      },
      ...(scp && { 'p-guardrail1': guardrail('Guardrail', 'p-guardrail1', 'SERVICE_CONTROL_POLICY', scp) }),
      ...(rcp && { 'p-perimeter1': guardrail('Perimeter', 'p-perimeter1', 'RESOURCE_CONTROL_POLICY', rcp) }),
    },
    attachments: {
      'r-root': [FULL, ...(rcp ? ['p-perimeter1'] : [])],
      'ou-root-builds01': [...(fullAccess ? [FULL] : []), ...(scp ? ['p-guardrail1'] : [])],
      'ou-root-prod0001': [FULL],
      [HOME]: [FULL],
      [AWAY]: [FULL],
    },
  };
}

function guardrail(name: string, id: string, type: string, statements: readonly Json[]): Json {
  return {
    name,
    arn: `arn:aws:organizations::999988887777:policy/${ORGANIZATION}/${type.toLowerCase()}/${id}`,
    type,
    document: policy(statements),
  };
}
