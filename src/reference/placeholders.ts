import { isAccountId } from '../model/arn.ts';

/**
 * Account ids that AWS's documentation uses in its examples. Nobody means them in a policy of their own, but the first one stands in
 * nearly every example that is copied.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_examples.html
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 */
const MOST_USED_ACCOUNT = '123456789012';
const EXAMPLE_ACCOUNTS: ReadonlySet<string> = new Set([
  MOST_USED_ACCOUNT,
  '012345678901',
  '111111111111',
  '111122223333',
  '222222222222',
  '444455556666',
  '555555555555',
  '777788889999',
]);

/** Names of AWS's examples for trust policies and the identity policies that go with them. */
const EXAMPLE_ROLES: ReadonlySet<string> = new Set(['ExampleRole', 'example-role']);

/** `<account-id>`, `{account}`, `[region]`, `$ACCOUNT_ID`: none of these characters belongs into an account, a region or a bucket. */
const BRACKETED = /^(?:<[^<>]*>|\{+[^{}]*\}+|\[[^[\]]*\]|\$\w+|%\w+%)$/;
/** `XXXXXXXXXXXX`, `####`. */
const MASKED = /^(?:x{3,}|#{2,})$/i;
/** `accountid`, `YOUR_ACCOUNT_ID`, `AWS-account-ID-without-hyphens`. */
const ACCOUNT_WORDS =
  /^(?:(?:my|your|the|this|target|source|trusted|other|aws|example)[-_]?)*acc(?:oun)?t[-_]?(?:id|number|no|num)?(?:[-_]?without[-_]?(?:hyphens|dashes))?$/i;
/** `region`, `REGION`, `your-region`, `aws_region_name`. */
const REGION_WORDS = /^(?:(?:my|your|the|this|aws|example)[-_]?)*region[-_]?(?:name|code|id)?$/i;
/**
 * Names that no bucket of anybody's has: reserved for examples, or in capitals.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const EXAMPLE_BUCKET =
  /^(?:amzn-s3-demo-[a-z0-9.-]*|DOC-EXAMPLE-[A-Z0-9-]*|(?:(?:MY|YOUR|EXAMPLE)[-_]?)*BUCKET[-_]?(?:NAME)?)$/;

/** What stands for a service in an action of AWS's examples, without hyphens. */
const EXAMPLE_SERVICES: ReadonlySet<string> = new Set([
  'prefix',
  'serviceprefix',
  'service',
  'servicename',
  'awsservice',
  'awsservicename',
  'yourservice',
  'yourservicename',
  'svc',
]);
const EXAMPLE_OPERATIONS: ReadonlySet<string> = new Set(['action', 'actionname', 'getwidget']);

/** True for a text that stands where an account id belongs, and can be none. */
export function isAccountPlaceholder(text: string): boolean {
  // Nearly every text that is asked about is an account id, which needs no pattern.
  if (isAccountId(text)) return false;
  return BRACKETED.test(text) || MASKED.test(text) || ACCOUNT_WORDS.test(text);
}

/**
 * True for an account id of AWS's examples. `own`: the accounts of the request. Where these are example accounts too, somebody wrote the
 * incident with such ids in the place of the real ones, and only the most used one, if it is none of them, can have been forgotten.
 */
export function isExampleAccount(text: string, own: readonly string[]): boolean {
  if (!EXAMPLE_ACCOUNTS.has(text) || own.includes(text)) return false;
  return text === MOST_USED_ACCOUNT || !own.some((account) => EXAMPLE_ACCOUNTS.has(account));
}

/** None, or in the form of a region: nearly every text that is asked about. */
const REGION = /^(?:[a-z]{2,5}(?:-[a-z]+)+-\d+)?$/;

/** True for a text that stands where a region belongs, and can be none. */
export function isRegionPlaceholder(text: string): boolean {
  if (REGION.test(text)) return false;
  return BRACKETED.test(text) || MASKED.test(text) || REGION_WORDS.test(text);
}

/** True for a bucket of AWS's examples, or a text that can be no bucket. */
export function isBucketPlaceholder(text: string): boolean {
  return BRACKETED.test(text) || EXAMPLE_BUCKET.test(text);
}

/** True for a part of a resource's name that is still to be filled in: `<role-name>`. */
export function isNamePlaceholder(text: string): boolean {
  return /^<[^<>]*>$/.test(text);
}

/**
 * True for an action that AWS's pages made up for an example: `prefix:Action`, `service:ActionName`, `s3:GetWidget`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export function isActionPlaceholder(text: string): boolean {
  const [service = '', name = '', ...rest] = text.toLowerCase().split(':');
  if (rest.length > 0 || !/^\w+$/.test(name)) return false;
  if (EXAMPLE_SERVICES.has(service.replaceAll(/[-_]/g, ''))) return true;
  return EXAMPLE_OPERATIONS.has(name) && /^[a-z0-9-]+$/.test(service);
}

/** True for the name of a role in AWS's examples. */
export function isExampleRole(name: string): boolean {
  return EXAMPLE_ROLES.has(name);
}
