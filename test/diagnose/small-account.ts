import { diagnose, openSnapshot, render, type Snapshot } from '../../src/index.ts';

export const ACCOUNT = '111122223333';
const CALLER = `arn:aws:sts::${ACCOUNT}:assumed-role/ci/build`;
export const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

/** A managed policy of one version, as IAM prints it. */
export function managed(arn: string, ...statements: readonly object[]): object {
  const version = { VersionId: 'v1', IsDefaultVersion: true, CreateDate: '2024-01-01T00:00:00Z' };
  const Document = { Version: '2012-10-17', Statement: statements };
  return {
    PolicyName: arn.split('/')[1],
    Arn: arn,
    Path: '/',
    DefaultVersionId: 'v1',
    PolicyVersionList: [{ ...version, Document }],
  };
}

/** A role with one inline policy, as IAM prints it. */
export function role(name: string, statements: readonly object[], ...trust: readonly object[]): object {
  return {
    Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    RoleName: name,
    Path: '/',
    RoleId: `AROA${name.replaceAll('-', '').toUpperCase()}`,
    CreateDate: '2024-01-01T00:00:00Z',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: trust },
    AttachedManagedPolicies: [],
    RolePolicyList: [{ PolicyName: 'P', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    Tags: [],
  };
}

interface Contents {
  readonly roles: readonly object[];
  readonly users?: readonly object[];
  readonly policies?: readonly object[];
  readonly resourcePolicies?: Readonly<Record<string, object>>;
}

/** An account in no organization that has these and nothing else. */
export function account({ roles, users = [], policies = [], resourcePolicies = {} }: Contents): Snapshot {
  const authorizationDetails = {
    UserDetailList: users,
    GroupDetailList: [],
    RoleDetailList: roles,
    Policies: policies,
  };
  const accounts = { [ACCOUNT]: { organizationId: null, authorizationDetails, resourcePolicies } };
  return openSnapshot({ denytrace: 'snapshot/1', takenAt: '2026-01-15T02:00:00Z', scope: 'account', accounts });
}

/** The text report. */
export async function reported(text: string, source: Snapshot | 'none'): Promise<string> {
  return render(await diagnose({ text }, { source }), 'text');
}

/** AWS's sentence about the role ci. */
export function refused(action: string, resource: string, reason = ''): string {
  return `User: ${CALLER} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
}
