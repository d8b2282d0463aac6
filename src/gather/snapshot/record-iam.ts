import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import { textOf } from '../ask/fields.ts';
import { isObject, itemsAt, type JsonObject, texts } from './json-place.ts';
import type { RecordEntry } from './record-entry.ts';
import type { AccountDraft, Fields, SnapshotDraft } from './snapshot-draft.ts';

/** Puts an answer of IAM where authorization details have it. What finds no place here is left to `reads`. */
type Place = (draft: AccountDraft, output: JsonObject, input: JsonObject, account: string) => void;

const own = (entity: unknown, account: string): JsonObject | undefined =>
  isObject(entity) && parseArn(textOf(entity['Arn']) ?? '')?.account === account ? entity : undefined;

/** Entities themselves come first: what is attached to them needs them. */
const ENTITIES: Readonly<Record<string, Place>> = {
  'iam:GetRole': (draft, output, _input, account) => put(draft.roles, own(output['Role'], account), 'RoleName'),
  'iam:GetUser': (draft, output, _input, account) => put(draft.users, own(output['User'], account), 'UserName'),
  'iam:ListGroupsForUser': (draft, output, _input, account) => {
    for (const [group] of itemsAt(output['Groups'], '')) put(draft.groups, own(group, account), 'GroupName');
  },
  'iam:GetPolicy': (draft, output, _input, account) => {
    const policy = own(output['Policy'], account) ?? own(output['Policy'], 'aws');
    put(draft.policies, policy, 'Arn');
  },
  'iam:ListPolicyVersions': (draft, _output, { PolicyArn }, account) => {
    const arn = textOf(PolicyArn) ?? '';
    const policy = { Arn: arn, PolicyName: nameWithoutPath(arn) };
    put(draft.policies, own(policy, account), 'Arn');
  },
};

const PARTS: Readonly<Record<string, Place>> = {
  'iam:ListGroupsForUser': (draft, output, { UserName }) => {
    const names = itemsAt(output['Groups'], '').map(([group]) => (isObject(group) ? group['GroupName'] : undefined));
    set(draft.users, UserName, 'GroupList', texts(names));
  },
  'iam:ListPolicyVersions': (draft, output, { PolicyArn }) => {
    for (const [version] of itemsAt(output['Versions'], '')) addVersion(draft, PolicyArn, version);
  },
  'iam:GetPolicyVersion': (draft, output, { PolicyArn }) => addVersion(draft, PolicyArn, output['PolicyVersion']),
  'iam:GetOpenIDConnectProvider': (draft, output, input) => {
    draft.oidcProviders.set(String(input['OpenIDConnectProviderArn']), output);
  },
  'iam:GetSAMLProvider': (draft, output, input) => {
    draft.samlProviders.set(String(input['SAMLProviderArn']), output);
  },
  'iam:GetInstanceProfile': (draft, output, input, account) => {
    const profile = own(output['InstanceProfile'], account);
    if (profile !== undefined)
      draft.instanceProfiles.set(textOf(profile['Arn']) ?? String(input['InstanceProfileName']), profile);
  },
  'snapshot:ResourcePolicy': (draft, output, input) => {
    draft.resourcePolicies.set(String(input['ResourceArn']), output['Policy'] ?? null);
  },
  ...carried('Role', (draft) => draft.roles),
  ...carried('User', (draft) => draft.users),
  ...carried('Group', (draft) => draft.groups),
};

/** The policies that a role, user or group carries. */
function carried(kind: 'Role' | 'User' | 'Group', of: (draft: AccountDraft) => Map<string, Fields>) {
  const name = `${kind}Name`;
  const list = `${kind}PolicyList`;
  const places: Readonly<Record<string, Place>> = {
    [`iam:ListAttached${kind}Policies`]: (draft, output, input) =>
      set(of(draft), input[name], 'AttachedManagedPolicies', output['AttachedPolicies']),
    [`iam:List${kind}Policies`]: (draft, output, input) => {
      for (const policy of texts(output['PolicyNames'])) inline(of(draft), input[name], list, policy, {});
    },
    [`iam:Get${kind}Policy`]: (draft, output, input) =>
      inline(of(draft), input[name], list, input['PolicyName'], { PolicyDocument: output['PolicyDocument'] }),
  };
  return places;
}

/** Puts what IAM answered in its place in the file, entities first and documents in the order of their lists. */
export function recordIam(entries: readonly RecordEntry[], draft: SnapshotDraft): void {
  // Lists give the order that their items' documents then keep.
  const lists = Object.fromEntries(Object.entries(PARTS).filter(([call]) => call.startsWith('iam:List')));
  for (const places of [ENTITIES, lists, PARTS])
    for (const { call, account, ...answer } of entries) {
      const place = places[call.call];
      if (place === undefined || account === '' || answer.status !== 'answered' || !isObject(answer.output)) continue;
      place(draft.account(account), answer.output, call.input, account);
    }
}

function put(entities: Map<string, Fields>, entity: JsonObject | undefined, name: string): void {
  const key = entity?.[name];
  if (typeof key === 'string') entities.set(key, { ...entity, ...entities.get(key) });
}

function set(entities: ReadonlyMap<string, Fields>, name: unknown, field: string, value: unknown): void {
  const entity = entities.get(String(name));
  if (entity !== undefined) entity[field] = value;
}

function inline(
  entities: ReadonlyMap<string, Fields>,
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

/** Adds an item to a list of an entity, or its fields to the item with the same key. */
function addTo(entity: Fields, list: string, key: string, item: JsonObject): void {
  const items: Fields[] = Array.isArray(entity[list]) ? entity[list] : [];
  const same = items.find((other) => other[key] === item[key]);
  if (same === undefined) items.push({ ...item });
  else Object.assign(same, item);
  entity[list] = items;
}
