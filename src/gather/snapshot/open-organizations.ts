import { isAccountId } from '../../model/arn.ts';
import { below, entriesAt, itemsAt, type JsonObject, objectAt, textAt, unexpectedValue } from './json-place.ts';
import { holdMembership, membershipOf } from './membership.ts';
import { isOfType, openControlPolicies } from './open-control-policies.ts';
import { arnOf, ORGANIZATION, PLACE, POLICY_TYPES } from './organization-rows.ts';
import { pathFromRoot, refuseCircles } from './organization-tree.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

const same = (known: JsonObject) => known;

/** Opens the `organizations` of a file. `accounts` must be opened before. */
export function openOrganizations(value: unknown, pointer: string, builder: SnapshotBuilder): void {
  for (const [id, item, at] of entriesAt(value, pointer, 'an object by organization id')) {
    if (!id.startsWith('o-')) throw unexpectedValue(id, at, 'an organization id (o-…)');
    const part = objectAt(item, at);
    openManagement(part, id, at, builder);
    openParents(part, id, at, builder);
    openNames(part, id, at, builder);
    openControlPolicies(part['policies'], below(at, 'policies'), builder);
    openAttachments(part, id, at, builder);
  }
  refuseCircles(builder.held);
  const refused = organizationsWithoutRoots(builder);
  for (const [id, item, at] of entriesAt(value, pointer)) {
    const part = objectAt(item, at);
    openItself(part, id, at, refused, builder);
    openPaths(part, id, at, builder);
  }
}

function openManagement(part: JsonObject, id: string, at: string, builder: SnapshotBuilder): void {
  const account = part['managementAccountId'];
  if (account === undefined) return;
  const pointer = below(at, 'managementAccountId');
  if (typeof account !== 'string' || !isAccountId(account))
    throw unexpectedValue(account, pointer, 'an account id of 12 digits');
  holdMembership(account, id, pointer, builder);
}

/** Opens the `parents` of an organization. An account that is in them is a member. */
function openParents(part: JsonObject, id: string, at: string, builder: SnapshotBuilder): void {
  const pointer = below(at, 'parents');
  for (const [child, parent, to] of entriesAt(
    part['parents'],
    pointer,
    'an object: account or OU id → OU or root id',
  )) {
    if (typeof parent !== 'string' || !(parent.startsWith('ou-') || parent.startsWith('r-')))
      throw unexpectedValue(parent, to, 'the id of an OU (ou-…) or of a root (r-…)');
    if (isAccountId(child)) holdMembership(child, id, to, builder);
    holdPlace(child, id, to, builder);
    holdPlace(parent, id, to, builder);
    const print = (known: JsonObject) => ({ Parents: [printParent(String(known['ParentId']))] });
    builder.hold('', 'organizations:ListParents', child, '', { fields: { ParentId: parent }, print, pointer: to });
  }
}

function printParent(id: string): JsonObject {
  return { Id: id, Type: id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT' };
}

function holdPlace(target: string, id: string, pointer: string, builder: SnapshotBuilder): void {
  builder.hold('', PLACE, target, '', { fields: { OrganizationId: id }, print: same, pointer });
}

function openNames(part: JsonObject, id: string, at: string, builder: SnapshotBuilder): void {
  for (const [target, name, pointer] of entriesAt(part['names'], below(at, 'names'))) {
    holdPlace(target, id, pointer, builder);
    const fields = { Name: textAt(name, pointer) };
    const print = (known: JsonObject) => ({ OrganizationalUnit: { Id: target, ...known } });
    builder.hold('', 'organizations:DescribeOrganizationalUnit', target, '', { fields, print, pointer });
  }
}

function openAttachments(part: JsonObject, id: string, at: string, builder: SnapshotBuilder): void {
  for (const [target, list, pointer] of entriesAt(part['attachments'], below(at, 'attachments'))) {
    holdPlace(target, id, pointer, builder);
    const ids = itemsAt(list, pointer, 'a list of policy ids').map(([item, to]) => textAt(item, to));
    for (const type of POLICY_TYPES) {
      const fields = { PolicyIds: ids.filter((policy) => isOfType(policy, type, builder.held)) };
      const held = { fields, print: same, pointer };
      builder.hold('', 'organizations:ListPoliciesForTarget', target, type, held);
    }
  }
}

/** Opens the answers of DescribeAccount for accounts whose whole path from the root is known. */
function openPaths(part: JsonObject, id: string, at: string, builder: SnapshotBuilder): void {
  const names = objectAt(part['names'] ?? {}, below(at, 'names'));
  for (const [account, , pointer] of entriesAt(part['parents'], below(at, 'parents'))) {
    const path = isAccountId(account) ? pathFromRoot(account, builder.held) : undefined;
    if (path === undefined) continue;
    const name = names[account] === undefined ? {} : { Name: names[account] };
    builder.hold('', 'organizations:DescribeAccount', account, '', {
      fields: { Paths: [`${id}/${path.join('/')}/`], ...name },
      print: (known, held) => ({ Account: { Id: account, ...arnOf(`account/${id}/${account}`, id, held), ...known } }),
      pointer,
    });
  }
}

/** Opens what is known of the organization itself. If ListRoots was refused, it is unknown which policy types are enabled. */
function openItself(
  part: JsonObject,
  id: string,
  at: string,
  withoutRoots: ReadonlySet<string>,
  builder: SnapshotBuilder,
): void {
  const root = rootOf(part);
  const isRefused = withoutRoots.has(id) || (root !== undefined && withoutRoots.has(root));
  const { managementAccountId, featureSet } = part;
  const fields: Record<string, unknown> = { Id: id };
  if (managementAccountId !== undefined) fields['MasterAccountId'] = managementAccountId;
  if (featureSet !== undefined) {
    if (featureSet !== 'ALL' && featureSet !== 'CONSOLIDATED_BILLING')
      throw unexpectedValue(featureSet, below(at, 'featureSet'), '"ALL" or "CONSOLIDATED_BILLING"');
    fields['FeatureSet'] = featureSet;
  }
  if (part['enabledPolicyTypes'] !== undefined && !isRefused) {
    const pointer = below(at, 'enabledPolicyTypes');
    fields['EnabledPolicyTypes'] = itemsAt(part['enabledPolicyTypes'], pointer).map(([item, to]) => textAt(item, to));
  }
  if (root !== undefined) fields['RootId'] = root;
  builder.hold('', ORGANIZATION, id, '', { fields, print: same, pointer: at });
}

function rootOf(part: JsonObject): string | undefined {
  const ids = [
    ...Object.values(objectAt(part['parents'] ?? {}, '')),
    ...Object.keys(objectAt(part['attachments'] ?? {}, '')),
    ...Object.keys(objectAt(part['names'] ?? {}, '')),
  ];
  return ids.find((id): id is string => typeof id === 'string' && id.startsWith('r-'));
}

/** Organizations for which ListRoots was refused: by the account that called it, by organization id, or by root id. */
function organizationsWithoutRoots(builder: SnapshotBuilder): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const key of builder.refusals.keys()) {
    const [account = '', call, id = ''] = key.split('\n');
    if (call !== 'organizations:ListRoots') continue;
    ids.add(account === '' ? id : (membershipOf(account, builder.held) ?? ''));
  }
  return ids;
}
