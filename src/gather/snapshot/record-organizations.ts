import { textOf } from '../ask/fields.ts';
import type { CallRecordedIn } from '../calls/snapshot-calls.ts';
import { isObject, itemsAt, type JsonObject, texts } from './json-place.ts';
import type { RecordEntry } from './record-entry.ts';
import { type DraftFields, type OrganizationDraft, ofMap, type SnapshotDraft } from './snapshot-draft.ts';

/** Puts an answer into the part of the file that is about its organization, which has this `id`. */
type Place = (draft: OrganizationDraft, output: JsonObject, input: JsonObject, id: string) => void;

const PLACES: Readonly<Record<CallRecordedIn<'organization'>, Place>> = {
  'organizations:DescribeOrganization': (draft, { Organization: organization }) => {
    if (!isObject(organization)) return;
    const { FeatureSet: features } = organization;
    const management = organization['ManagementAccountId'] ?? organization['MasterAccountId'];
    if (features === 'ALL' || features === 'CONSOLIDATED_BILLING') draft.featureSet = features;
    if (typeof management === 'string') draft.managementAccountId = management;
  },
  'organizations:DescribeAccount': (draft, { Account: account }) => {
    if (!isObject(account)) return;
    const { Id: id, Name: name } = account;
    if (typeof id === 'string' && typeof name === 'string') draft.names.set(id, name);
    const [, ...way] = pathOf(account);
    for (const [index, step] of way.entries()) {
      const parent = way[index - 1];
      if (parent !== undefined) draft.parents.set(step, parent);
    }
  },
  'organizations:ListParents': (draft, output, { ChildId: child }) => {
    const [[parent] = []] = itemsAt(output['Parents'], '');
    if (isObject(parent) && typeof parent['Id'] === 'string') draft.parents.set(String(child), parent['Id']);
  },
  'organizations:ListRoots': (draft, output) => {
    const [[root] = []] = itemsAt(output['Roots'], '');
    if (!isObject(root)) return;
    if (root['PolicyTypes'] !== undefined) {
      const types = itemsAt(root['PolicyTypes'], '').map(([type]) => (isObject(type) ? type['Type'] : undefined));
      draft.enabledPolicyTypes = texts(types);
    }
    const [id, name] = [textOf(root['Id']), textOf(root['Name'])];
    if (id !== undefined && name !== undefined) draft.names.set(id, name);
  },
  'organizations:DescribeOrganizationalUnit': (draft, { OrganizationalUnit: unit }) => {
    const [id, name] = isObject(unit) ? [textOf(unit['Id']), textOf(unit['Name'])] : [];
    if (id !== undefined && name !== undefined) draft.names.set(id, name);
  },
  'organizations:ListPoliciesForTarget': (draft, output, { TargetId: target }) => {
    const ids = ofMap(draft.attachments, String(target), () => new Set());
    for (const [policy] of itemsAt(output['Policies'], '')) {
      if (!isObject(policy) || typeof policy['Id'] !== 'string') continue;
      ids.add(policy['Id']);
      summarize(draft, policy);
    }
  },
  'organizations:DescribePolicy': (draft, { Policy: policy }) => {
    if (!isObject(policy) || !isObject(policy['PolicySummary'])) return;
    const summary = summarize(draft, policy['PolicySummary']);
    if (summary !== undefined) summary['document'] = policy['Content'];
  },
};

function summarize(
  draft: OrganizationDraft,
  { Id: id, Name: name, Arn: arn, Type: type }: JsonObject,
): DraftFields | undefined {
  if (typeof id !== 'string') return undefined;
  const policy = ofMap(draft.policies, id, (): DraftFields => ({}));
  return Object.assign(policy, { name, arn, type });
}

/** The ids in the account's path: `o-…/r-…/ou-…/<account>/`. */
function pathOf(account: JsonObject): readonly string[] {
  const [path = ''] = texts(account['Paths']);
  return path.split('/').filter((id) => id !== '');
}

/** Records the answers of Organizations. Nothing is recorded for accounts whose organization is unknown. */
export function recordOrganizations(entries: readonly RecordEntry[], draft: SnapshotDraft): void {
  const memberships = membershipsIn(entries, draft);
  for (const { call, account, ...answer } of entries) {
    const id = memberships.get(account);
    if (!hasPlace(call.call) || id === undefined || answer.status !== 'answered' || !isObject(answer.output)) continue;
    PLACES[call.call](draft.organization(id), answer.output, call.input, id);
  }
}

function hasPlace(call: string): call is CallRecordedIn<'organization'> {
  return Object.hasOwn(PLACES, call);
}

/**
 * The organization that each account is in, by DescribeOrganization of the account itself, or by the ARN that its organization has for
 * it.
 */
function membershipsIn(entries: readonly RecordEntry[], draft: SnapshotDraft): ReadonlyMap<string, string> {
  const memberships = new Map<string, string>();
  for (const { call, account, ...answer } of entries) {
    if (call.call === 'organizations:DescribeOrganization' && account !== '') {
      if (answer.status === 'refused' && answer.code === 'AWSOrganizationsNotInUseException')
        draft.account(account).organizationId = null;
      const own = answer.status === 'answered' && isObject(answer.output) ? answer.output['Organization'] : undefined;
      if (!isObject(own) || typeof own['Id'] !== 'string') continue;
      draft.account(account).organizationId = own['Id'];
      memberships.set(account, own['Id']);
    }
    if (call.call !== 'organizations:DescribeAccount' || answer.status !== 'answered') continue;
    const member = isObject(answer.output) ? answer.output['Account'] : undefined;
    if (!isObject(member)) continue;
    const arn = /^arn:[^:]*:organizations::(\d{12}):account\/(o-[a-z0-9]+)\//.exec(textOf(member['Arn']) ?? '');
    const id = arn?.[2] ?? pathOf(member)[0];
    if (id?.startsWith('o-') !== true || memberships.has(account)) continue;
    memberships.set(account, id);
    if (arn?.[1] !== undefined) draft.organization(id).managementAccountId = arn[1];
  }
  return memberships;
}
