import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Snapshot } from '../../src/gather/snapshot/snapshot.ts';
import { SnapshotError } from '../../src/gather/snapshot/snapshot-error.ts';
import { answerFrom } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { ReadAnswer } from '../../src/model/read.ts';

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';
export const ORGANIZATION = 'o-exampleorg1';
export const OU = 'ou-ab12-workload1';
export const ROOT = 'r-ab12';

export const DOCUMENT = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

export const ROLE = {
  Arn: `arn:aws:iam::${ACCOUNT}:role/teams/deployer`,
  RoleName: 'deployer',
  Path: '/teams/',
  RoleId: 'AROAEXAMPLEDEPLOYER01',
  CreateDate: '2026-01-01T00:00:00Z',
  AssumeRolePolicyDocument: DOCUMENT,
  RolePolicyList: [{ PolicyName: 'Inline', PolicyDocument: DOCUMENT }],
  AttachedManagedPolicies: [
    { PolicyName: 'Deploy', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/Deploy` },
    { PolicyName: 'Missing', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/Missing` },
    { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  ],
};

export const USER = {
  Arn: `arn:aws:iam::${ACCOUNT}:user/ana`,
  UserName: 'ana',
  Path: '/',
  UserId: 'AIDAEXAMPLEANA000001',
  GroupList: ['builders'],
};

export const GROUP = {
  Arn: `arn:aws:iam::${ACCOUNT}:group/teams/builders`,
  GroupName: 'builders',
  Path: '/teams/',
  GroupId: 'AGPAEXAMPLEBUILDERS1',
  GroupPolicyList: [{ PolicyName: 'Build', PolicyDocument: DOCUMENT }],
};

export const POLICY = {
  PolicyName: 'Deploy',
  Arn: `arn:aws:iam::${ACCOUNT}:policy/Deploy`,
  Path: '/',
  DefaultVersionId: 'v2',
  PolicyVersionList: [
    { VersionId: 'v2', IsDefaultVersion: true, Document: DOCUMENT },
    { VersionId: 'v1', IsDefaultVersion: false, Document: DOCUMENT },
  ],
};

export const DETAILS = {
  UserDetailList: [USER],
  GroupDetailList: [GROUP],
  RoleDetailList: [ROLE],
  Policies: [POLICY],
};

export const SCP = 'SERVICE_CONTROL_POLICY';
export const RCP = 'RESOURCE_CONTROL_POLICY';

export const ORGANIZATION_PART = {
  managementAccountId: '999900001111',
  featureSet: 'ALL',
  enabledPolicyTypes: [SCP],
  parents: { [ACCOUNT]: OU, [OU]: ROOT },
  names: { [ROOT]: 'Root', [OU]: 'Workloads', [ACCOUNT]: 'build' },
  policies: {
    'p-FullAWSAccess': {
      name: 'FullAWSAccess',
      arn: 'arn:aws:organizations::aws:policy/x',
      type: SCP,
      document: DOCUMENT,
    },
    'p-guardrail': {
      name: 'Guardrail',
      arn: 'arn:aws:organizations::999900001111:policy/x',
      type: SCP,
      document: DOCUMENT,
    },
  },
  attachments: { [ROOT]: ['p-FullAWSAccess'], [OU]: ['p-FullAWSAccess', 'p-guardrail'], [ACCOUNT]: [] },
};

type Part = Readonly<Record<string, unknown>>;

/** A file with one account, changed as the test needs it. */
export function file(part: Part = {}, top: Part = {}): Part {
  return {
    denytrace: 'snapshot/1',
    scope: 'account',
    accounts: { [ACCOUNT]: { authorizationDetails: DETAILS, ...part } },
    ...top,
  };
}

export function withOrganization(change: Part = {}, top: Part = {}): Part {
  return file({}, { organizations: { [ORGANIZATION]: { ...ORGANIZATION_PART, ...change } }, ...top });
}

/** Asks a file, or an opened snapshot, once. */
export function ask(
  source: Part | Snapshot,
  call: string,
  input: Part = {},
  account: string | null = ACCOUNT,
): ReadAnswer {
  const snapshot = 'held' in source ? (source as unknown as Snapshot) : openSnapshot(source); // a snapshot has tables
  return answerFrom(snapshot, { call, account, input });
}

/** The refusal's code, or `answered`. */
export function outcome(...asked: Parameters<typeof ask>): string {
  const answer = ask(...asked);
  return answer.status === 'answered' ? 'answered' : answer.code;
}

export function output(...asked: Parameters<typeof ask>): unknown {
  const answer = ask(...asked);
  if (answer.status === 'refused') throw new Error(`refused: ${answer.code} ${answer.message}`);
  return answer.output;
}

/** The error that opening or merging throws. */
export function errorOf(act: () => unknown): SnapshotError {
  try {
    act();
  } catch (error) {
    if (error instanceof SnapshotError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}
