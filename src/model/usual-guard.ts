/** What a Deny usually asks of a request, by the kind of condition. */
export const GUARD_IDS = [
  's3-encryption',
  's3-acl',
  'instance-type',
  'instance-metadata',
  'volume-encryption',
  'public-address',
  'image-owner',
  'storage-encryption',
  'function-vpc',
  'function-url',
  'encryption-context',
  'key-through-service',
  'grant-for-service',
  'public-secret-policy',
  'permissions-boundary',
  'passed-to-service',
  'request-tags',
  'resource-tags',
  'transport',
  'network',
  'network-of-service',
  'organization-of-guests',
  'token-subject',
  'resource-organization',
  'principal',
  'organization',
  'region',
  'revoked-sessions',
  'mfa',
] as const;

/** The name of such a condition. */
export type GuardId = (typeof GUARD_IDS)[number];

/** A condition that a Deny of the action usually has, and the keys that it is made with. */
export interface UsualGuard {
  readonly id: GuardId;
  readonly keys: readonly string[];
}
