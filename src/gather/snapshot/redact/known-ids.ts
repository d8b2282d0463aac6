import { isObject } from '../json-place.ts';

const UNIQUE_IDS = new Set([
  'RoleId',
  'UserId',
  'GroupId',
  'PolicyId',
  'InstanceProfileId',
  'OrganizationalUnitId',
  'TargetId',
  'ChildId',
]);

const POLICY_ARN = /^arn:[\w-]+:organizations:[^/]{0,64}\/o-[a-z0-9]{1,32}\/[a-z_]{1,64}\/(p-\w{1,128})$/;

/** Ids by the fields they are in: those of organizations, and IAM's own. The name of a session may follow a UserId. */
export function knownIds(file: unknown): ReadonlySet<string> {
  const known = new Set<string>();
  collect(file, '', known);
  return known;
}

function collect(value: unknown, field: string, known: Set<string>): void {
  if (typeof value === 'string') {
    if (UNIQUE_IDS.has(field)) known.add(value.split(':')[0] ?? '');
    const policy = POLICY_ARN.exec(value)?.[1];
    if (policy !== undefined) known.add(policy);
    return;
  }
  if (Array.isArray(value)) for (const item of value) collect(item, field, known);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (field === 'organizations') addOrganization(key, item, known);
    collect(item, key, known);
  }
}

function addOrganization(id: string, part: unknown, known: Set<string>): void {
  known.add(id);
  if (!isObject(part)) return;
  for (const field of ['parents', 'names', 'attachments', 'policies']) {
    const entries = isObject(part[field]) ? Object.entries(part[field]) : [];
    for (const [key, value] of entries) {
      known.add(key);
      for (const item of Array.isArray(value) ? value : [value])
        if (field !== 'names' && typeof item === 'string') known.add(item);
    }
  }
}
