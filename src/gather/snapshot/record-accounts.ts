import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import { textOf } from '../ask/fields.ts';
import { type CallRecordedIn, findAnyCall } from '../calls/snapshot-calls.ts';
import { isObject, itemsAt, type JsonObject, texts } from './json-place.ts';
import type { RecordEntry } from './record-entry.ts';
import type { AccountDraft, DraftFields, SnapshotDraft } from './snapshot-draft.ts';

/** Puts an answer into the part of the file that is about its account. */
type Place = (draft: AccountDraft, output: JsonObject, input: JsonObject, account: string) => void;

/** `entity` records an entity that other answers add to; `part` records everything else. */
interface Places {
  readonly entity?: Place;
  readonly part?: Place;
}

const PLACES: Readonly<Record<CallRecordedIn<'account'>, Places>> = {
  'iam:GetRole': { entity: (draft, output, _, account) => put(draft.roles, own(output['Role'], account), 'RoleName') },
  'iam:GetUser': { entity: (draft, output, _, account) => put(draft.users, own(output['User'], account), 'UserName') },
  'iam:ListGroupsForUser': {
    entity: (draft, output, _, account) => {
      for (const [group] of itemsAt(output['Groups'], '')) put(draft.groups, own(group, account), 'GroupName');
    },
    part: (draft, output, { UserName }) => {
      const names = itemsAt(output['Groups'], '').map(([group]) => (isObject(group) ? group['GroupName'] : undefined));
      set(draft.users, UserName, 'GroupList', texts(names));
    },
  },
  'iam:GetPolicy': {
    entity: (draft, output, _, account) => {
      const policy = own(output['Policy'], account) ?? own(output['Policy'], 'aws');
      put(draft.policies, policy, 'Arn');
    },
  },
  'iam:ListPolicyVersions': {
    entity: (draft, _, { PolicyArn }, account) => {
      const arn = textOf(PolicyArn) ?? '';
      const policy = { Arn: arn, PolicyName: nameWithoutPath(arn) };
      put(draft.policies, own(policy, account), 'Arn');
    },
    part: (draft, output, { PolicyArn }) => {
      for (const [version] of itemsAt(output['Versions'], '')) addVersion(draft, PolicyArn, version);
    },
  },
  'iam:GetPolicyVersion': {
    part: (draft, output, { PolicyArn }) => addVersion(draft, PolicyArn, output['PolicyVersion']),
  },
  'iam:GetOpenIDConnectProvider': {
    part: (draft, output, input) => draft.oidcProviders.set(String(input['OpenIDConnectProviderArn']), output),
  },
  'iam:GetSAMLProvider': {
    part: (draft, output, input) => draft.samlProviders.set(String(input['SAMLProviderArn']), output),
  },
  'iam:GetInstanceProfile': {
    part: (draft, output, input, account) => {
      const profile = own(output['InstanceProfile'], account);
      if (profile !== undefined)
        draft.instanceProfiles.set(textOf(profile['Arn']) ?? String(input['InstanceProfileName']), profile);
    },
  },
  'snapshot:ResourcePolicy': {
    part: (draft, output, input) => draft.resourcePolicies.set(String(input['ResourceArn']), output['Policy'] ?? null),
  },
  ...carried('Role', (draft) => draft.roles),
  ...carried('User', (draft) => draft.users),
  ...carried('Group', (draft) => draft.groups),
};

type CarriedCall<Kind extends string> =
  | `iam:ListAttached${Kind}Policies`
  | `iam:List${Kind}Policies`
  | `iam:Get${Kind}Policy`;

/** Where the policies of a role, user or group are recorded. */
function carried<Kind extends 'Role' | 'User' | 'Group'>(
  kind: Kind,
  of: (draft: AccountDraft) => Map<string, DraftFields>,
): Readonly<Record<CarriedCall<Kind>, Places>> {
  const name = `${kind}Name`;
  const list = `${kind}PolicyList`;
  const attached: Place = (draft, output, input) =>
    set(of(draft), input[name], 'AttachedManagedPolicies', output['AttachedPolicies']);
  const names: Place = (draft, output, input) => {
    for (const policy of texts(output['PolicyNames'])) inline(of(draft), input[name], list, policy, {});
  };
  const document: Place = (draft, output, input) =>
    inline(of(draft), input[name], list, input['PolicyName'], { PolicyDocument: output['PolicyDocument'] });
  return {
    [`iam:ListAttached${kind}Policies`]: { part: attached },
    [`iam:List${kind}Policies`]: { part: names },
    [`iam:Get${kind}Policy`]: { part: document },
  } as Readonly<Record<CarriedCall<Kind>, Places>>; // computed keys widen to string
}

/** The entity if it is of this account. */
function own(entity: unknown, account: string): JsonObject | undefined {
  return isObject(entity) && parseArn(textOf(entity['Arn']) ?? '')?.account === account ? entity : undefined;
}

/**
 * Records the answers about accounts. Entities come first, because other answers add to them; then lists, because documents keep the
 * order of their list.
 */
export function recordAccounts(entries: readonly RecordEntry[], draft: SnapshotDraft): void {
  const isList = (call: string) => findAnyCall(call)?.list !== undefined;
  recordEach(entries, draft, (call) => PLACES[call].entity);
  recordEach(entries, draft, (call) => (isList(call) ? PLACES[call].part : undefined));
  recordEach(entries, draft, (call) => (isList(call) ? undefined : PLACES[call].part));
}

function recordEach(
  entries: readonly RecordEntry[],
  draft: SnapshotDraft,
  placeOf: (call: CallRecordedIn<'account'>) => Place | undefined,
): void {
  for (const { call, account, ...answer } of entries) {
    if (!hasPlace(call.call) || account === '' || answer.status !== 'answered' || !isObject(answer.output)) continue;
    placeOf(call.call)?.(draft.account(account), answer.output, call.input, account);
  }
}

function hasPlace(call: string): call is CallRecordedIn<'account'> {
  return Object.hasOwn(PLACES, call);
}

function put(entities: Map<string, DraftFields>, entity: JsonObject | undefined, name: string): void {
  const key = entity?.[name];
  if (typeof key === 'string') entities.set(key, { ...entity, ...entities.get(key) });
}

function set(entities: ReadonlyMap<string, DraftFields>, name: unknown, field: string, value: unknown): void {
  const entity = entities.get(String(name));
  if (entity !== undefined) entity[field] = value;
}

function inline(
  entities: ReadonlyMap<string, DraftFields>,
  name: unknown,
  list: string,
  policy: unknown,
  more: object,
): void {
  const entity = entities.get(String(name));
  if (entity === undefined) return;
  addTo(entity, list, 'PolicyName', { PolicyName: policy, ...more });
}

function addVersion(draft: AccountDraft, arn: unknown, version: unknown): void {
  const policy = draft.policies.get(String(arn));
  if (policy !== undefined && isObject(version)) addTo(policy, 'PolicyVersionList', 'VersionId', version);
}

/** Adds an item to a list of an entity. If the list has an item with the same key, adds the fields to that one. */
function addTo(entity: DraftFields, list: string, key: string, item: JsonObject): void {
  const items: DraftFields[] = Array.isArray(entity[list]) ? entity[list] : [];
  const same = items.find((other) => other[key] === item[key]);
  if (same === undefined) items.push({ ...item });
  else Object.assign(same, item);
  entity[list] = items;
}
