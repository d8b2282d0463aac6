import { UNKNOWN } from './asked.ts';
import type { CauseCase } from './cause-case.ts';

/** AWS says it in words; no other text does. */
function said(cause: CauseCase['cause'], sentence: string): CauseCase {
  const text = `An error occurred (AccessDenied) when calling an operation: ${sentence}`;
  return { cause, is: { text }, rung: 'aws', check: 'open', isNot: UNKNOWN };
}

/** Causes that a service says in its own words. */
export const serviceCases: readonly CauseCase[] = [
  said(
    'resource.access-disabled',
    'An error occurred (AllAccessDisabled) when calling the PutObject operation: All access to this object has been disabled',
  ),
  said(
    'caller.account-not-enabled',
    'An error occurred (AccessDeniedException) when calling the InvokeModel operation: Your account is not authorized to invoke this API operation.',
  ),
  said(
    'resource.block-public-access',
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::reports" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
  ),
  said(
    'resource.customer-keys-blocked',
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a" because this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type',
  ),
  {
    ...said(
      'resource.key-not-visible',
      'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    ),
    rung: 'likely',
  },
  {
    ...said(
      'resource.key-not-usable',
      "The specified KMS key does not exist or is not allowed to be used with LogGroup 'arn:aws:logs:eu-west-1:111122223333:log-group:app'",
    ),
    rung: 'likely',
  },
  {
    ...said('resource.variable-not-set', ''),
    is: {
      text: 'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::undefined/a.csv" with an explicit deny',
    },
    rung: 'likely',
  },
  {
    ...said('resource.block-public-access-likely', ''),
    is: { text: 'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: Access Denied' },
    rung: 'likely',
  },
  said('resource.lake-formation', 'Insufficient Lake Formation permission(s): Required Select on orders'),
  {
    ...said('resource.access-grant', ''),
    is: {
      text: 'An error occurred (AccessDenied) when calling the GetDataAccess operation: You do not have READ permissions to the requested S3 Prefix: s3://lake/sales/*',
    },
  },
  {
    ...said('resource.api-authorizer', ''),
    is: { text: '{"Message":"User is not authorized to access this resource with an explicit deny"}' },
  },
  said(
    'resource.default-key',
    "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: secretsmanager:GetSecretValue because you can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
  ),
  {
    ...said('resource.function-permission', ''),
    is: { text: 'Execution failed due to configuration error: Invalid permissions on Lambda function' },
  },
  {
    ...said('resource.function-permission', ''),
    is: {
      text: 'An error occurred (AccessDeniedException) when calling the RotateSecret operation: Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.',
    },
  },
  {
    ...said('identity.service-linked-role', ''),
    is: {
      text: 'An error occurred (InvalidParameterException) when calling the CreateService operation: Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    },
    rung: 'likely',
  },
  {
    ...said('identity.delivery-role', ''),
    is: {
      text: '{"deliveryStreamARN":"arn:aws:firehose:us-east-1:111122223333:deliverystream/logs","message":"Access was denied when calling Kinesis. Ensure the access policy on the IAM role used allows access to the appropriate Kinesis APIs.","errorCode":"Kinesis.AccessDenied"}',
    },
    rung: 'likely',
  },
  {
    ...said('resource.function-url', ''),
    is: {
      text: '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
    },
    rung: 'likely',
  },
  {
    ...said('resource.object-lock', ''),
    is: {
      text: 'An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied because object protected by object lock.',
    },
  },
];
