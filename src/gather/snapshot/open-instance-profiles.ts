import { textOf } from '../ask/fields.ts';
import { entityOf } from './call-key.ts';
import type { DetailEntry, SnapshotScope } from './format.ts';
import { below, entriesAt, isObject, itemsAt, type JsonObject, objectAt } from './json-place.ts';
import type { Table } from './table.ts';

/** The `instanceProfiles` of an account, by ARN or name. */
export function openInstanceProfiles(
  part: JsonObject,
  account: string,
  at: string,
  scope: SnapshotScope,
  table: Table,
): void {
  const pointer = below(at, 'instanceProfiles');
  if (part['instanceProfiles'] === undefined) return;
  if (scope === 'account') table.wholeList(account, 'instance-profile', pointer);
  for (const [key, value, to] of entriesAt(part['instanceProfiles'], pointer, 'an object by ARN or name')) {
    const given = objectAt(value, to);
    const profile = isObject(given['InstanceProfile']) ? given['InstanceProfile'] : given;
    holdProfile(profile, key.startsWith('arn:') ? entityOf(key).id : key, account, to, table);
  }
}

/** A role's entry names the instance profiles that hold it. */
export function openProfilesOfRole(role: DetailEntry, account: string, at: string, table: Table): void {
  for (const [item, to] of itemsAt(role['InstanceProfileList'] ?? [], below(at, 'InstanceProfileList'))) {
    const profile = objectAt(item, to);
    const name = profile['InstanceProfileName'];
    if (typeof name === 'string')
      holdProfile({ ...profile, Roles: profile['Roles'] ?? [role] }, name, account, to, table);
  }
}

function holdProfile(profile: JsonObject, name: string, account: string, pointer: string, table: Table): void {
  const roles = itemsAt(profile['Roles'] ?? [], below(pointer, 'Roles')).map(([role, to]) => named(objectAt(role, to)));
  table.list(account, 'instance-profile', name, { arn: textOf(profile['Arn']) ?? name, pointer });
  const print = (known: JsonObject) => ({ InstanceProfile: known });
  table.hold(account, 'iam:GetInstanceProfile', name, '', { fields: { ...profile, Roles: roles }, print, pointer });
}

/** The role's own documents are not read from here. */
function named({ Arn, RoleName, RoleId, Path }: JsonObject): JsonObject {
  return { Arn, RoleName, RoleId, Path };
}
