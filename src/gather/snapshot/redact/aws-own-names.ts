/** Names that AWS gives, which are the same in every account. */
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
 * True for a name or a part of a path that AWS gives. It shows nothing about the account, and rules depend on it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function isAwsOwn(name: string): boolean {
  if (NAMES.has(name) || name.startsWith('AWSServiceRoleFor')) return true;
  return /^[a-z0-9.-]{1,64}\.amazonaws\.com(?:\.cn)?$/.test(name) || /^[a-z]{2,3}(?:-[a-z]{1,12}){1,3}-\d$/.test(name);
}
