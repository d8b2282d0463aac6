import { nameWithoutPath } from './arn.ts';

/** A service's own role, in its path: nobody but the service can use or change it. https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
export const SERVICE_LINKED_PATH = '/aws-service-role/';

/** How the names of service-linked roles begin; other roles may be called so, too. */
export const SERVICE_LINKED_NAME = 'AWSServiceRoleFor';

const PERMISSION_SET_ROLE = 'AWSReservedSSO_';
const AFTER_PATH = ['/', ':'].map((separator) => separator + PERMISSION_SET_ROLE);
/** The path goes on with a region, except in us-east-1. https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
const PERMISSION_SET_PATH = 'aws-reserved/sso.amazonaws.com/';

/** True for the ARN of a service-linked role. */
export function isServiceLinkedRole(arn: string): boolean {
  return arn.includes(`:role${SERVICE_LINKED_PATH}`);
}

/**
 * True for the name or ARN of a role that IAM Identity Center made of a permission set, or a session of it: changes of the role itself
 * are undone, or refused.
 */
export function isPermissionSet(role: string | null): boolean {
  if (role === null) return false;
  return role.startsWith(PERMISSION_SET_ROLE) || AFTER_PATH.some((part) => role.includes(part));
}

/** `Developer` of `AWSReservedSSO_Developer_0123456789abcdef`, a role's name or the end of its ARN. */
export function permissionSetOf(role: string | null): string | undefined {
  const name = nameWithoutPath(role ?? '');
  if (!name.startsWith(PERMISSION_SET_ROLE)) return undefined;
  return /^(.+)_[0-9a-f]{16}$/.exec(name.slice(PERMISSION_SET_ROLE.length))?.[1];
}

/** A pattern for the ARN of the role of a permission set, whose path is not known: `roles` is `arn:aws:iam::111122223333:role/`. */
export function permissionSetPattern(roles: string, name: string): string {
  return `${roles}${PERMISSION_SET_PATH}*${name}`;
}

const OF_AWS = [':iam::aws:policy/', ':organizations::aws:policy/'];

/** True for the ARN of a policy that AWS owns (`arn:aws:iam::aws:policy/…`): it belongs to no account, and nobody else can change it. */
export function isAwsManaged(policy: string | null): boolean {
  return policy !== null && OF_AWS.some((part) => policy.includes(part));
}

/** How a denial names its caller where Lambda speaks of the role that a function runs with. */
export const FUNCTION_ROLE = 'the execution role of the function';
