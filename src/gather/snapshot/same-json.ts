/** Fields that change by themselves, or that tools print in their own way. */
const VOLATILE = new Set([
  'AttachmentCount',
  'CreateDate',
  'Description',
  'PasswordLastUsed',
  'PermissionsBoundaryType',
  'PermissionsBoundaryUsageCount',
  'RoleLastUsed',
  'UpdateDate',
]);

/** True if two JSON values mean the same. The order of keys and list items does not count. */
export function sameJson(field: string, left: unknown, right: unknown): boolean {
  return left === right || VOLATILE.has(field) || canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([key, entry]) => entry !== undefined && !VOLATILE.has(key));
  const parts = entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${parts.sort().join(',')}}`;
}
