import { isAccountId } from '../../model/arn.ts';
import { below, entriesAt, itemsAt, type JsonObject, misfit, objectAt, textAt } from './json-place.ts';
import { holdMembership, membershipOf } from './membership.ts';
import { isOfType, openControlPolicies } from './open-control-policies.ts';
import { arnOf, ORGANIZATION, PLACE, POLICY_TYPES } from './organization-rows.ts';
import { refuseCircles, wayFromRoot } from './organization-tree.ts';
import type { Table } from './table.ts';

const same = (known: JsonObject) => known;

/** The `organizations` of a file; after `accounts`. */
export function openOrganizations(value: unknown, pointer: string, table: Table): void {
  for (const [id, item, at] of entriesAt(value, pointer, 'an object by organization id')) {
    if (!id.startsWith('o-')) throw misfit(id, at, 'an organization id (o-…)');
    const part = objectAt(item, at);
    openManagement(part, id, at, table);
    openParents(part, id, at, table);
    openNames(part, id, at, table);
    openControlPolicies(part['policies'], below(at, 'policies'), table);
    openAttachments(part, id, at, table);
  }
  refuseCircles(table.held);
  const refused = organizationsWithoutRoots(table);
  for (const [id, item, at] of entriesAt(value, pointer)) {
    const part = objectAt(item, at);
    openItself(part, id, at, refused, table);
    openPaths(part, id, at, table);
  }
}

function openManagement(part: JsonObject, id: string, at: string, table: Table): void {
  const account = part['managementAccountId'];
  if (account === undefined) return;
  const pointer = below(at, 'managementAccountId');
  if (typeof account !== 'string' || !isAccountId(account))
    throw misfit(account, pointer, 'an account id of 12 digits');
  holdMembership(account, id, pointer, table);
}

/** A place in the tree proves membership. */
function openParents(part: JsonObject, id: string, at: string, table: Table): void {
  const pointer = below(at, 'parents');
  for (const [child, parent, to] of entriesAt(
    part['parents'],
    pointer,
    'an object: account or OU id → OU or root id',
  )) {
    if (typeof parent !== 'string' || !/^(ou|r)-/.test(parent))
      throw misfit(parent, to, 'the id of an OU (ou-…) or of a root (r-…)');
    if (isAccountId(child)) holdMembership(child, id, to, table);
    holdPlace(child, id, to, table);
    holdPlace(parent, id, to, table);
    const print = (known: JsonObject) => ({ Parents: [printParent(String(known['ParentId']))] });
    table.hold('', 'organizations:ListParents', child, '', { fields: { ParentId: parent }, print, pointer: to });
  }
}

function printParent(id: string): JsonObject {
  return { Id: id, Type: id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT' };
}

function holdPlace(target: string, id: string, pointer: string, table: Table): void {
  table.hold('', PLACE, target, '', { fields: { OrganizationId: id }, print: same, pointer });
}

function openNames(part: JsonObject, id: string, at: string, table: Table): void {
  for (const [target, name, pointer] of entriesAt(part['names'], below(at, 'names'))) {
    holdPlace(target, id, pointer, table);
    const fields = { Name: textAt(name, pointer) };
    const print = (known: JsonObject) => ({ OrganizationalUnit: { Id: target, ...known } });
    table.hold('', 'organizations:DescribeOrganizationalUnit', target, '', { fields, print, pointer });
  }
}

function openAttachments(part: JsonObject, id: string, at: string, table: Table): void {
  for (const [target, list, pointer] of entriesAt(part['attachments'], below(at, 'attachments'))) {
    holdPlace(target, id, pointer, table);
    const ids = itemsAt(list, pointer, 'a list of policy ids').map(([item, to]) => textAt(item, to));
    for (const type of POLICY_TYPES) {
      const fields = { PolicyIds: ids.filter((policy) => isOfType(policy, type, table.held)) };
      const held = { fields, print: same, pointer };
      table.hold('', 'organizations:ListPoliciesForTarget', target, type, held);
    }
  }
}

/** DescribeAccount tells the way from the root, where every step of it is known. */
function openPaths(part: JsonObject, id: string, at: string, table: Table): void {
  const names = objectAt(part['names'] ?? {}, below(at, 'names'));
  for (const [account, , pointer] of entriesAt(part['parents'], below(at, 'parents'))) {
    const way = isAccountId(account) ? wayFromRoot(account, table.held) : undefined;
    if (way === undefined) continue;
    const name = names[account] === undefined ? {} : { Name: names[account] };
    table.hold('', 'organizations:DescribeAccount', account, '', {
      fields: { Paths: [`${id}/${way.join('/')}/`], ...name },
      print: (known, held) => ({ Account: { Id: account, ...arnOf(`account/${id}/${account}`, id, held), ...known } }),
      pointer,
    });
  }
}

/** What is known of the organization itself. A refused ListRoots leaves open which policy types are enabled. */
function openItself(part: JsonObject, id: string, at: string, withoutRoots: ReadonlySet<string>, table: Table): void {
  const root = rootOf(part);
  const isRefused = withoutRoots.has(id) || (root !== undefined && withoutRoots.has(root));
  const { managementAccountId, featureSet } = part;
  const fields: Record<string, unknown> = { Id: id };
  if (managementAccountId !== undefined) fields['MasterAccountId'] = managementAccountId;
  if (featureSet !== undefined) {
    if (featureSet !== 'ALL' && featureSet !== 'CONSOLIDATED_BILLING')
      throw misfit(featureSet, below(at, 'featureSet'), '"ALL" or "CONSOLIDATED_BILLING"');
    fields['FeatureSet'] = featureSet;
  }
  if (part['enabledPolicyTypes'] !== undefined && !isRefused) {
    const pointer = below(at, 'enabledPolicyTypes');
    fields['EnabledPolicyTypes'] = itemsAt(part['enabledPolicyTypes'], pointer).map(([item, to]) => textAt(item, to));
  }
  if (root !== undefined) fields['RootId'] = root;
  table.hold('', ORGANIZATION, id, '', { fields, print: same, pointer: at });
}

function rootOf(part: JsonObject): string | undefined {
  const ids = [
    ...Object.values(objectAt(part['parents'] ?? {}, '')),
    ...Object.keys(objectAt(part['attachments'] ?? {}, '')),
    ...Object.keys(objectAt(part['names'] ?? {}, '')),
  ];
  return ids.find((id): id is string => typeof id === 'string' && id.startsWith('r-'));
}

/** Organizations whose ListRoots was refused: by the account that asked for it, by organization id, or by root id. */
function organizationsWithoutRoots(table: Table): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const key of table.refusals.keys()) {
    const [account = '', call, id = ''] = key.split('\n');
    if (call !== 'organizations:ListRoots') continue;
    ids.add(account === '' ? id : (membershipOf(account, table.held) ?? ''));
  }
  return ids;
}
