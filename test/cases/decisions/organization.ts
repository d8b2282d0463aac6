import { allow, type Json, policy } from './world.ts';

/** An organization as a snapshot has it: its accounts are in one OU, and each policy is attached to its root. */
export interface Organization {
  readonly members: readonly string[];
  readonly management?: string;
  readonly scp?: Json;
  readonly rcp?: Json;
}

export const ORGANIZATION = 'o-exampleorg1';
export const UNIT = 'ou-ab12-11112222';
const ROOT = 'r-ab12';

/** The part of a snapshot about an organization. */
export function organization({ members, management = '999988887777', scp, rcp }: Organization): Json {
  const types = [
    ...(scp === undefined ? [] : ['SERVICE_CONTROL_POLICY']),
    ...(rcp === undefined ? [] : ['RESOURCE_CONTROL_POLICY']),
  ];
  const places = [ROOT, UNIT, ...members];
  return {
    organizations: {
      [ORGANIZATION]: {
        managementAccountId: management,
        featureSet: 'ALL',
        enabledPolicyTypes: types,
        parents: { [UNIT]: ROOT, ...Object.fromEntries(members.map((id) => [id, UNIT])) },
        names: {},
        policies: {
          'p-FullAWSAccess': {
            name: 'FullAWSAccess',
            arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
            type: 'SERVICE_CONTROL_POLICY',
            document: policy(allow('*')),
          },
          ...(scp === undefined ? {} : { 'p-scp00001': guard('service', scp) }),
          ...(rcp === undefined ? {} : { 'p-rcp00001': guard('resource', rcp) }),
        },
        attachments: Object.fromEntries(
          places.map((place) => [
            place,
            [
              'p-FullAWSAccess',
              ...(place === ROOT && scp !== undefined ? ['p-scp00001'] : []),
              ...(place === ROOT && rcp !== undefined ? ['p-rcp00001'] : []),
            ],
          ]),
        ),
      },
    },
  };
}

function guard(kind: 'service' | 'resource', statement: Json): Json {
  const id = kind === 'service' ? 'p-scp00001' : 'p-rcp00001';
  return {
    name: 'Guard',
    arn: `arn:aws:organizations::999988887777:policy/${ORGANIZATION}/${kind}_control_policy/${id}`,
    type: `${kind.toUpperCase()}_CONTROL_POLICY`,
    document: policy(statement),
  };
}
