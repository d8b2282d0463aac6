import { formatArn, parseArn } from '../model/arn.ts';

/**
 * The resource whose policy decides about another one: a bucket for its objects, a table for its indexes. Any other resource
 * stands for itself.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html
 */
export function policyHolderOf(resource: string): string {
  const arn = parseArn(resource);
  if (arn === undefined) return resource;
  const [first = '', second = ''] = arn.resource.split('/');
  // Access points have a region and an account; buckets have neither.
  if (arn.service === 's3' && arn.region === '' && arn.account === '') return formatArn({ ...arn, resource: first });
  if (arn.service === 'dynamodb' && first === 'table') return formatArn({ ...arn, resource: `table/${second}` });
  return resource;
}

/**
 * True where a list of policies that lacks this resource may say that it has none. Every KMS key has a policy; a secret without
 * the six characters that AWS adds to its name is listed under another ARN.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 */
export function mayHaveNoPolicy(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn?.service === 'kms') return false;
  return arn?.service !== 'secretsmanager' || /-[A-Za-z0-9]{6}$/.test(arn.resource);
}
