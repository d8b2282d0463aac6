import { saidCheck } from '../quoted-cause.ts';
import type { Check } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html */
const blockPublicAccess = saidCheck({
  id: 'resource.block-public-access',
  layer: 'resource',
  doc: {
    what: 'S3 Block Public Access refuses a policy or an access control list that would make the bucket or object public.',
    why: 'The setting is on for the bucket, the account or the organization (it is for all new buckets), and no permission overrides it.',
    fix: 'Do not make it public: share by a presigned URL, by CloudFront with origin access control, or with named accounts. Terraform: drop the public policy or ACL.',
  },
  phrases: [
    'prevented by the BlockPublicPolicy setting',
    'prevented by the BlockPublicAcls setting',
    'setting in S3 Block Public Access',
  ],
  summary: 'S3 Block Public Access refuses the change, because it would make the bucket or object public',
  remedies: [
    advise('keep it private: share by presigned URLs, CloudFront, or a policy for named accounts', 'resource-owner'),
  ],
});

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html */
const customerKeys = saidCheck({
  id: 'resource.customer-keys-blocked',
  layer: 'resource',
  doc: {
    what: 'The bucket refuses uploads that are encrypted with keys of the customer (SSE-C).',
    why: 'SSE-C was blocked for the bucket: whoever loses such a key, or has it stolen, loses the data.',
    fix: 'Upload with SSE-S3 or SSE-KMS: leave out the x-amz-server-side-encryption-customer headers.',
  },
  phrases: ['blocked upload requests that specify Server Side Encryption with Customer provided keys'],
  summary: 'The bucket refuses uploads with customer-provided keys (SSE-C)',
  remedies: [advise('upload without customer-provided keys: SSE-S3 or SSE-KMS')],
});

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html */
const keyNotVisible = saidCheck({
  id: 'resource.key-not-visible',
  layer: 'resource',
  doc: {
    what: 'KMS does not tell whether the key is not there, is in another region, or may not be used: it answers all three alike.',
    why: 'The data was encrypted under a key that was deleted, that is in another region or account, or whose policy does not let the caller in.',
    fix: 'Find the key: aws kms describe-key in the region (and with credentials of the account) that encrypted the data. If it is there, its key policy and the caller’s policy both have to allow it across accounts.',
  },
  phrases: [
    'customer master key that does not exist, does not exist in this region, or you are not allowed to access',
    'the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
  ],
  rung: 'likely',
  summary:
    'The key does not exist, is in another region, or its policy does not let the caller in: KMS does not tell which',
  remedies: [
    advise('look for the key in the region and account in which the data was encrypted (aws kms describe-key)'),
  ],
});

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
const defaultKey = saidCheck({
  id: 'resource.default-key',
  layer: 'resource',
  doc: {
    what: 'The secret is encrypted with AWS’s own key of its account (aws/secretsmanager), and such a key cannot be used from another account.',
    why: 'Nobody can change the policy of a key that AWS manages, so that a secret under it is never readable across accounts.',
    fix: 'Its owner encrypts the secret with a customer-managed key, and lets the other account use that key.',
  },
  phrases: ["can't access a secret from a different AWS account if you encrypt the secret with the default KMS"],
  summary: 'The secret is under AWS’s own key of its account, which no other account can use',
  remedies: [
    advise('encrypt the secret with a customer-managed key, and allow the other account to use it', 'resource-owner'),
  ],
});

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html */
const functionPermission = saidCheck({
  id: 'resource.function-permission',
  layer: 'resource',
  doc: {
    what: 'API Gateway (or another service) may not call the function: the function’s own policy does not let it.',
    why: 'The permission is made when the console connects the two; templates have to make it themselves (AWS::Lambda::Permission), and it is bound to API, stage, method and path by aws:SourceArn.',
    fix: 'Allow the service to call the function: aws lambda add-permission with --source-arn of the API, for the alias that the API calls if it calls one.',
  },
  phrases: ['Invalid permissions on Lambda function'],
  summary: 'The policy of the function does not let API Gateway call it',
  remedies: [
    advise(
      'allow it with aws lambda add-permission --principal apigateway.amazonaws.com --source-arn <ARN of the API and method>',
      'resource-owner',
    ),
  ],
});

/** What the text itself tells about the resource. */
export const resourceSaidCauses = [
  blockPublicAccess,
  customerKeys,
  keyNotVisible,
  defaultKey,
  functionPermission,
] as const satisfies readonly Check[];
