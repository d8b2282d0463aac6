/** Names that AWS gives, the same in every account. */
const NAMES = new Set([
  'AWSReservedSSO',
  'AwsSSOInlinePolicy',
  'OrganizationAccountAccessRole',
  'AWSControlTowerExecution',
  'FullAWSAccess',
  'RCPFullAWSAccess',
  'Root',
  'aws-reserved',
  'aws-service-role',
  'service-role',
]);

/**
 * True for a name or a step of a path that AWS gives: it tells nothing of who uses it, and rules depend on it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function isAwsOwn(name: string): boolean {
  if (NAMES.has(name) || name.startsWith('AWSServiceRoleFor')) return true;
  return /^[a-z0-9.-]{1,64}\.amazonaws\.com(?:\.cn)?$/.test(name) || /^[a-z]{2,3}(?:-[a-z]{1,12}){1,3}-\d$/.test(name);
}
