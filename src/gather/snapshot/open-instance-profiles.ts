import { textOf } from '../ask/fields.ts';
import { entityOfArn } from './call-key.ts';
import type { DetailEntry, SnapshotScope } from './format.ts';
import { below, entriesAt, isObject, itemsAt, type JsonObject, objectAt } from './json-place.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** Opens the `instanceProfiles` of an account, which are by ARN or name. */
export function openInstanceProfiles(
  part: JsonObject,
  account: string,
  at: string,
  scope: SnapshotScope,
  builder: SnapshotBuilder,
): void {
  const pointer = below(at, 'instanceProfiles');
  if (part['instanceProfiles'] === undefined) return;
  if (scope === 'account') builder.markComplete(account, 'instance-profile', pointer);
  for (const [key, value, to] of entriesAt(part['instanceProfiles'], pointer, 'an object by ARN or name')) {
    const given = objectAt(value, to);
    const profile = isObject(given['InstanceProfile']) ? given['InstanceProfile'] : given;
    holdProfile(profile, key.startsWith('arn:') ? entityOfArn(key).id : key, account, to, builder);
  }
}

/** Opens the instance profiles in a role's entry. */
export function openProfilesOfRole(role: DetailEntry, account: string, at: string, builder: SnapshotBuilder): void {
  for (const [item, to] of itemsAt(role['InstanceProfileList'] ?? [], below(at, 'InstanceProfileList'))) {
    const profile = objectAt(item, to);
    const name = profile['InstanceProfileName'];
    if (typeof name === 'string')
      holdProfile({ ...profile, Roles: profile['Roles'] ?? [role] }, name, account, to, builder);
  }
}

function holdProfile(
  profile: JsonObject,
  name: string,
  account: string,
  pointer: string,
  builder: SnapshotBuilder,
): void {
  const roles = itemsAt(profile['Roles'] ?? [], below(pointer, 'Roles')).map(([role, to]) =>
    onlyNames(objectAt(role, to)),
  );
  builder.list(account, 'instance-profile', name, { arn: textOf(profile['Arn']) ?? name, pointer });
  const print = (known: JsonObject) => ({ InstanceProfile: known });
  builder.hold(account, 'iam:GetInstanceProfile', name, '', { fields: { ...profile, Roles: roles }, print, pointer });
}

/** The names and ids of a role. Its documents are not taken from here. */
function onlyNames({ Arn, RoleName, RoleId, Path }: JsonObject): JsonObject {
  return { Arn, RoleName, RoleId, Path };
}
