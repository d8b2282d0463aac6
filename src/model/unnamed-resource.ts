/**
 * A resource of which a part is not known, written as in AWS's lists. EC2 names its resources itself, and no name has a `$`:
 * `subnet/${SubnetId}` is a subnet with an unknown id. A resource of any service may be in a region that is not known: `${Region}`.
 */
const UNNAMED = /^arn:[^:]*:(?:ec2:.*\$\{\w+\}|[^:]*:\$\{Region\}:)/;

/** True for an ARN in which a name or the account is left open. */
export function isUnnamed(arn: string): boolean {
  return UNNAMED.test(arn);
}

/** How a policy names whatever the resource turns out to be: a `*` for each part that is left open. Any other resource as it is. */
export function coveringPattern(resource: string): string {
  return isUnnamed(resource) ? resource.replaceAll(/\$\{\w+\}/g, '*') : resource;
}
