import type { ReadCall } from '../../model/read.ts';
import type { CallRecordedIn } from '../calls/snapshot-calls.ts';
import { answerKey, subjectOf } from './call-key.ts';
import { membershipOf } from './membership.ts';
import { isOfType, printControlPolicy, printSummary, summaryOf } from './open-control-policies.ts';
import { arnOf, ORGANIZATION, PLACE } from './organization-rows.ts';
import type { Snapshot } from './snapshot.ts';

type Held = Snapshot['held'];
type Fields = Readonly<Record<string, unknown>>;

/** The answer to a call to Organizations: an output, or AWS's refusal. */
export type OrganizationAnswer = { readonly output: unknown } | { readonly code: string; readonly message: string };

/** True for calls that are always answered from several rows, even if there is a row of the call itself. */
export function isFromSeveralRows(call: string): boolean {
  return FROM_SEVERAL_ROWS.has(call);
}

const FROM_SEVERAL_ROWS: ReadonlySet<string> = new Set<CallRecordedIn<'organization'>>([
  'organizations:DescribeOrganization',
  'organizations:ListRoots',
  'organizations:ListPoliciesForTarget',
]);

/** Answers a call to Organizations from several rows of the snapshot. Undefined if they do not have the answer. */
export function answerOrganization(call: ReadCall, account: string, held: Held): OrganizationAnswer | undefined {
  const { id, detail } = subjectOf(call.call, call.input);
  switch (call.call) {
    case 'organizations:DescribeOrganization':
      return describeOrganization(account, held);
    case 'organizations:ListRoots':
      return listRoots(account, held);
    case 'organizations:ListPoliciesForTarget':
      return listPolicies(id, detail, held);
    case 'organizations:DescribePolicy':
      return describePolicy(id, held);
    default:
      return undefined;
  }
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
function describeOrganization(account: string, held: Held): OrganizationAnswer | undefined {
  const id = membershipOf(account, held);
  if (id === undefined) return undefined;
  if (id === null)
    return {
      code: 'AWSOrganizationsNotInUseException',
      message: 'Your account is not a member of an organization.',
    };
  // AWS always names the management account. A file may leave it out.
  const { EnabledPolicyTypes: _, RootId: _root, ...organization } = organizationRow(id, held);
  return { output: { Organization: { ...organization, Id: id } } };
}

function organizationRow(id: string, held: Held): Fields {
  return held.get(answerKey('', ORGANIZATION, id))?.fields ?? {};
}

/** The policy types that are enabled. None for consolidated billing. Undefined if unknown. */
function enabledTypes(organization: Fields): readonly unknown[] | undefined {
  if (organization['FeatureSet'] === 'CONSOLIDATED_BILLING') return [];
  const types = organization['EnabledPolicyTypes'];
  return Array.isArray(types) ? types : undefined;
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html */
function listRoots(account: string, held: Held): OrganizationAnswer | undefined {
  const id = membershipOf(account, held);
  if (typeof id !== 'string') return undefined;
  const organization = organizationRow(id, held);
  const types = enabledTypes(organization);
  if (types === undefined) return undefined;
  const root = organization['RootId'];
  const name = held.get(answerKey('', 'organizations:DescribeOrganizationalUnit', String(root)))?.fields['Name'];
  return {
    output: {
      Roots: [
        {
          // The enabled types may be known even if no id of the tree is.
          Id: root ?? '',
          ...(root === undefined ? {} : arnOf(`root/${id}/${String(root)}`, id, held)),
          ...(name === undefined ? {} : { Name: name }),
          PolicyTypes: types.map((type) => ({ Type: type, Status: 'ENABLED' })),
        },
      ],
    },
  };
}

/**
 * The policies of one type that are attached to this target itself. Undefined for no SCP of an enabled type: AWS keeps one attached at
 * every level, so such a list is not from AWS.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_attach.html
 */
function listPolicies(target: string, filter: string, held: Held): OrganizationAnswer | undefined {
  const place = held.get(answerKey('', PLACE, target))?.fields['OrganizationId'];
  const types = enabledTypes(organizationRow(String(place), held));
  if (types === undefined) return undefined;
  if (!types.includes(filter)) return { output: { Policies: [] } };
  const ids = held.get(answerKey('', 'organizations:ListPoliciesForTarget', target, filter))?.fields['PolicyIds'];
  if (!Array.isArray(ids)) return undefined;
  // The type of a policy may be unknown in this file and known in another.
  const policies = ids.filter((id) => isOfType(String(id), filter, held)).map((id) => summaryOf(String(id), held));
  if (policies.length === 0 && filter === 'SERVICE_CONTROL_POLICY') return undefined;
  return { output: { Policies: policies.map(printSummary) } };
}

/** RCPFullAWSAccess is attached everywhere and cannot be changed. */
const RCP_FULL_ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};

function describePolicy(id: string, held: Held): OrganizationAnswer | undefined {
  if (id !== 'p-RCPFullAWSAccess') return undefined;
  const summary = { Name: 'RCPFullAWSAccess', ...summaryOf(id, held) };
  return { output: printControlPolicy(summary, RCP_FULL_ACCESS) };
}
