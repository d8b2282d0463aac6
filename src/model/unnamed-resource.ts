/**
 * EC2 names its resources itself, and no name has a `$`: `subnet/${SubnetId}`, as AWS's lists write it, is a resource of a kind that is
 * known and a name that is not.
 */
const UNNAMED = /^arn:[^:]*:ec2:.*\$\{\w+\}/;

/** True for an ARN in which a name or the account is left open. */
export function isUnnamed(arn: string): boolean {
  return UNNAMED.test(arn);
}

/** How a policy names whatever the resource turns out to be: a `*` for each part that is left open. Any other resource as it is. */
export function coveringPattern(resource: string): string {
  return isUnnamed(resource) ? resource.replaceAll(/\$\{\w+\}/g, '*') : resource;
}
