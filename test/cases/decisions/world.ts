/** The account of the callers, and another one. */
export const HERE = '111122223333';
export const THERE = '444455556666';

export type Json = Readonly<Record<string, unknown>>;

/** A policy document. */
export function policy(...statements: readonly Json[]): Json {
  return { Version: '2012-10-17', Statement: statements };
}

/** A statement of an identity policy. */
export function allow(Action: string, Resource: unknown = '*', Condition?: Json): Json {
  return { Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) };
}

/** A statement of an identity policy that denies. */
export function deny(Action: string, Resource: unknown = '*', Condition?: Json): Json {
  return { ...allow(Action, Resource, Condition), Effect: 'Deny' };
}

/** A statement of a trust policy. */
export function trusts(Principal: unknown, Action: unknown = 'sts:AssumeRole', Condition?: Json): Json {
  return { Effect: 'Allow', Principal, Action, ...(Condition && { Condition }) };
}

interface Identity {
  readonly path?: string;
  readonly account?: string;
  readonly trust?: readonly Json[];
}

/** A role with one inline policy, as IAM prints it; EC2 may assume it, if nothing else is said. */
export function role(name: string, statements: readonly Json[], about: Identity = {}): Json {
  const { path = '/', account = HERE, trust = [trusts({ Service: 'ec2.amazonaws.com' })] } = about;
  return {
    Path: path,
    RoleName: name,
    RoleId: `AROA${name.replaceAll(/\W/g, '').toUpperCase().padEnd(16, 'X')}`,
    Arn: `arn:aws:iam::${account}:role${path}${name}`,
    CreateDate: '2025-01-01T00:00:00Z',
    AssumeRolePolicyDocument: policy(...trust),
    RolePolicyList: statements.length === 0 ? [] : [{ PolicyName: 'P', PolicyDocument: policy(...statements) }],
    AttachedManagedPolicies: [],
    InstanceProfileList: [],
  };
}

/** A user with one inline policy, as IAM prints it. */
export function user(name: string, statements: readonly Json[], { path = '/', account = HERE }: Identity = {}): Json {
  return {
    Path: path,
    UserName: name,
    UserId: `AIDA${name.replaceAll(/\W/g, '').toUpperCase().padEnd(16, 'X')}`,
    Arn: `arn:aws:iam::${account}:user${path}${name}`,
    CreateDate: '2025-01-01T00:00:00Z',
    GroupList: [],
    UserPolicyList: statements.length === 0 ? [] : [{ PolicyName: 'P', PolicyDocument: policy(...statements) }],
    AttachedManagedPolicies: [],
  };
}

/** What stands in an account; all of it is known. */
export interface Account {
  readonly users?: readonly Json[];
  readonly roles?: readonly Json[];
  readonly policies?: Json;
  readonly saml?: Json;
  readonly oidc?: Json;
  readonly organizationId?: string;
  /** The ARN of a managed policy that allows EC2 only. */
  readonly limits?: string;
}

/** A snapshot of whole accounts. `more`: other parts of the file. */
export function snapshot(accounts: Readonly<Record<string, Account>>, more: Json = {}): Json {
  const parts = Object.entries(accounts).map(([id, { users, roles, policies, saml, oidc, organizationId, limits }]) => [
    id,
    {
      authorizationDetails: {
        UserDetailList: users ?? [],
        GroupDetailList: [],
        RoleDetailList: roles ?? [],
        Policies: limits === undefined ? [] : [managed(limits)],
      },
      organizationId: organizationId ?? null,
      resourcePolicies: policies ?? {},
      oidcProviders: oidc ?? {},
      samlProviders: saml ?? {},
      instanceProfiles: {},
    },
  ]);
  return {
    denytrace: 'snapshot/1',
    takenAt: '2026-11-20T12:00:00Z',
    scope: 'account',
    accounts: Object.fromEntries(parts),
    ...more,
  };
}

/** AWS's sentence, as the AWS CLI prints it. */
export function refusal(caller: string, operation: string, action: string, resource: string, clause = ''): string {
  const reason = clause === '' ? '' : ` ${clause}`;
  return `An error occurred (AccessDenied) when calling the ${operation} operation: User: ${caller} is not authorized to perform: ${action} on resource: ${resource}${reason}`;
}

function managed(arn: string): Json {
  const version = { VersionId: 'v1', IsDefaultVersion: true, CreateDate: '2025-01-01T00:00:00Z' };
  return {
    PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
    Arn: arn,
    Path: '/',
    DefaultVersionId: 'v1',
    PolicyVersionList: [{ ...version, Document: policy(allow('ec2:*')) }],
  };
}
