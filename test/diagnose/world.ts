import { type DiagnoseOptions, diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';

export const HOME = '111122223333';
export const AWAY = '444455556666';
export const MANAGEMENT = '999900001111';
export const ORGANIZATION = 'o-exampleorg1';
export const ROLE = `arn:aws:iam::${HOME}:role/ci`;
export const SESSION = `arn:aws:sts::${HOME}:assumed-role/ci/build-7`;
export const USER = `arn:aws:iam::${HOME}:user/ana`;
export const GROUP = `arn:aws:iam::${HOME}:group/builders`;
export const TARGET = `arn:aws:iam::${AWAY}:role/deploy`;
export const QUEUE = `arn:aws:sqs:us-east-1:${HOME}:orders`;

function document(...statements: readonly object[]) {
  return { Version: '2012-10-17', Statement: statements };
}

const EVERYTHING = document({ Effect: 'Allow', Action: '*', Resource: '*' });
/** Allows, but nothing that anybody asks for here. */
export const SOMETHING = document({ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' });

function trusting(...names: readonly string[]) {
  return document({ Effect: 'Allow', Principal: { AWS: names }, Action: 'sts:AssumeRole' });
}

export function policyArn(name: string): string {
  return `arn:aws:iam::${HOME}:policy/${name}`;
}

function managed(name: string) {
  const versions = [{ VersionId: 'v1', IsDefaultVersion: true, Document: EVERYTHING }];
  return { PolicyName: name, Arn: policyArn(name), DefaultVersionId: 'v1', PolicyVersionList: versions };
}

const BOUNDARY = { PermissionsBoundaryArn: policyArn('Boundary'), PermissionsBoundaryType: 'Policy' };
const ATTACHED = [{ PolicyName: 'Access', PolicyArn: policyArn('Access') }];

/** A world in which everything is known, and the role `deploy` of another account may be assumed by the role `ci` and the user `ana`. */
export function world() {
  return {
    denytrace: 'snapshot/1',
    scope: 'account',
    takenAt: '2026-01-01T00:00:00Z',
    accounts: {
      [HOME]: {
        organizationId: ORGANIZATION,
        resourcePolicies: {},
        authorizationDetails: {
          RoleDetailList: [
            {
              RoleName: 'ci',
              Arn: ROLE,
              RoleId: 'AROACICICICICICICICI1',
              AssumeRolePolicyDocument: document(),
              RolePolicyList: [{ PolicyName: 'Inline', PolicyDocument: SOMETHING }],
              AttachedManagedPolicies: ATTACHED,
              PermissionsBoundary: BOUNDARY,
            },
          ],
          UserDetailList: [
            {
              UserName: 'ana',
              Arn: USER,
              UserId: 'AIDAANNAANNAANNAANNA1',
              GroupList: ['builders'],
              PermissionsBoundary: BOUNDARY,
            },
          ],
          GroupDetailList: [{ GroupName: 'builders', Arn: GROUP, AttachedManagedPolicies: ATTACHED }],
          Policies: [managed('Access'), managed('Boundary')],
        },
      },
      [AWAY]: {
        organizationId: ORGANIZATION,
        resourcePolicies: {},
        authorizationDetails: {
          RoleDetailList: [
            {
              RoleName: 'deploy',
              Arn: TARGET,
              RoleId: 'AROADEPLOYDEPLOYDEP01',
              AssumeRolePolicyDocument: trusting(ROLE, USER),
            },
          ],
        },
      },
    },
    organizations: {
      [ORGANIZATION]: {
        managementAccountId: MANAGEMENT,
        featureSet: 'ALL',
        enabledPolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'],
        parents: { [HOME]: 'ou-ab12-work', [AWAY]: 'ou-ab12-work', 'ou-ab12-work': 'r-ab12' },
        policies: { 'p-all': { name: 'All', type: 'SERVICE_CONTROL_POLICY', document: EVERYTHING } },
        attachments: { 'r-ab12': ['p-all'], 'ou-ab12-work': ['p-all'], [HOME]: ['p-all'], [AWAY]: ['p-all'] },
      },
    },
  };
}

/** A part of a snapshot file, to be changed: what a test does to it is its own business. */
export type Part = Record<string, unknown>;

/** The part at a place, `accounts/111122223333/organizationId`; what holds it, and its last name. */
export function placeIn(file: object, path: string): readonly [holder: Part, name: string] {
  const names = path.split('/');
  const last = names.pop() ?? '';
  let holder = file as Part; // a JSON object
  for (const name of names) holder = holder[name] as Part; // the paths of the tests are those of the world
  return [holder, last];
}

/** The world with other values at some places. */
export function worldWith(changes: Readonly<Record<string, unknown>>): object {
  const file = world();
  for (const [path, value] of Object.entries(changes)) {
    const [holder, name] = placeIn(file, path);
    holder[name] = value;
  }
  return file;
}

/** `because no … policy allows the … action` and the like stand in `rest`. */
export function denial(caller: string, action: string, resource: string, rest = ''): string {
  return `An error occurred (AccessDenied) when calling the Some operation: User: ${caller} is not authorized to perform: ${action} on resource: ${resource}${rest}`;
}

export async function diagnoseIn(
  file: object,
  asked: string | { principal: string; action: string; resource?: string },
  options: Omit<DiagnoseOptions, 'source'> = {},
): Promise<Diagnosis> {
  const input = typeof asked === 'string' ? { text: asked } : { request: asked };
  const [diagnosis] = await diagnose(input, { ...options, source: openSnapshot(structuredClone(file)) });
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return diagnosis;
}
