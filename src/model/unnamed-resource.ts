/**
 * A resource of which a part is not known, written as in AWS's lists. EC2 names its resources itself, and no name has a `$`:
 * `subnet/${SubnetId}` is a subnet with an unknown id. A resource of any service may be in a region that is not known: `${Region}`.
 * `role/${RoleNameWithPath}` is the role that a call passes, where nothing shows which one.
 */
const UNNAMED = /^arn:[^:]*:(?:ec2:.*\$\{\w+\}|[^:]*:\$\{Region\}:|iam::\d{12}:role\/\$\{RoleNameWithPath\}$)/;

/** The account of a resource of which only the kind is known. */
export const UNNAMED_ACCOUNT = `\${Account}`;

/** The name of a role of which only the account is known. */
export const UNNAMED_ROLE = `\${RoleNameWithPath}`;

/** The path of an IAM resource of which only the name is known. */
export const UNNAMED_PATH = `\${Path}`;

/** The ARN of an IAM resource with its path left open. */
export function withOpenPath(arn: string): string {
  return arn.replace(/(:[a-z-]+\/)(?=[^/]*$)/, `$1$${UNNAMED_PATH}`);
}

/** Some role of an account. */
export function unnamedRole(partition: string, account: string): string {
  return `arn:${partition}:iam::${account}:role/${UNNAMED_ROLE}`;
}

/** True for a role of which only the account is known. */
export function isUnnamedRole(resource: string | null): boolean {
  return resource?.endsWith(`:role/${UNNAMED_ROLE}`) === true;
}

/** True for an ARN in which a name or the account is left open. */
export function isUnnamed(arn: string): boolean {
  return arn.includes('${') && UNNAMED.test(arn);
}

/** How a policy names whatever the resource turns out to be: a `*` for each part that is left open. Any other resource as it is. */
export function coveringPattern(resource: string): string {
  return isUnnamed(resource) ? resource.replaceAll(/\$\{\w+\}/g, '*') : resource;
}
