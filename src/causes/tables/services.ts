import { linkedRoleIn } from '../../evidence/linked-role.ts';
import { keyRegion, serviceKeyOf } from '../../evidence/service-key.ts';
import { targetRole } from '../../evidence/target-role.ts';
import { advise } from '../../grants/advise.ts';
import { bucketOf } from '../../grants/bucket-name.ts';
import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { SERVICE_KEYS } from '../../reference/keys/service-keys.ts';
import { DELIVERIES, DELIVERY_CODES, deliveryOf } from '../../reference/services/firehose-roles.ts';
import type { QuotedCause } from '../runners/quoted-cause.ts';
import { ACCESS_MANAGERS } from './access-managers.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html */
const ROTATION = 'Secrets Manager cannot invoke the specified Lambda function';

const ADD_PERMISSION = ['aws', 'lambda', 'add-permission', '--function-name', 'FUNCTION_NAME', '--statement-id'];

function isRotation(text: string): boolean {
  return text.replace(/\s+/g, ' ').includes(ROTATION);
}

/** Why a service refused a request about one of its resources, in its own words. */
export const SERVICE_REFUSALS = [
  ...ACCESS_MANAGERS,
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
    id: 'resource.access-disabled',
    layer: 'resource',
    codes: ['AllAccessDisabled'],
    phrases: [
      'All access to this object has been disabled',
      'All access to this resource has been disabled',
      'All access to this Amazon S3 resource has been disabled',
    ],
    beyondPolicies: true,
    summary:
      'S3 has disabled all access to the bucket or object that the request named: no policy changes that, and your account and credentials are not the reason',
    remedies: (denialCase) => [
      advise(
        'check the name of the bucket: a wrong one (a URL or an ARN passed as the name, a bucket of somebody else, a public data set that was withdrawn) is the usual reason',
        'you',
        ['aws', 's3api', 'head-bucket', '--bucket', bucketOf(denialCase)],
      ),
      advise('if the name is right, ask AWS Support why access to it is disabled', 'resource-owner'),
    ],
  },
  {
    // https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
    id: 'caller.account-not-enabled',
    codes: [],
    phrases: [
      'Your account is not authorized to invoke this API operation',
      'Your account is not authorized to perform this operation',
      'Your account is not authorized to use this',
      'account is not authorized to use this service',
    ],
    beyondPolicies: true,
    summary:
      'AWS says that the account itself may not use this operation: the service or model is not enabled for it, or AWS limits the account; no policy allows it',
    remedies: [
      advise('see whether it is the account that you meant', 'you', ['aws', 'sts', 'get-caller-identity']),
      advise(
        'enable the service for the account in that region (of Amazon Bedrock: model access); if it is enabled, ask AWS Support to lift the limit of the account',
        'account-admin',
      ),
    ],
  },
  {
    id: 'resource.block-public-access',
    layer: 'resource',
    beyondPolicies: true,
    phrases: [
      'prevented by the BlockPublicPolicy setting',
      'prevented by the BlockPublicAcls setting',
      'setting in S3 Block Public Access',
    ],
    summary: 'S3 Block Public Access blocks the change, because it would make the bucket or object public',
    remedies: (denialCase) => [
      advise(
        'keep it private: share by presigned URLs, CloudFront, or a policy for named accounts',
        'resource-owner',
        ['aws', 's3api', 'get-public-access-block', '--bucket', bucketOf(denialCase)],
        ['aws', 's3control', 'get-public-access-block', '--account-id', 'ACCOUNT'],
      ),
    ],
  },
  {
    id: 'resource.customer-keys-blocked',
    layer: 'resource',
    phrases: ['blocked upload requests that specify Server Side Encryption with Customer provided keys'],
    summary: 'The bucket rejects uploads with customer-provided keys (SSE-C)',
    remedies: [advise('upload without customer-provided keys: SSE-S3 or SSE-KMS')],
  },
  {
    id: 'resource.key-not-visible',
    layer: 'resource',
    phrases: [
      'customer master key that does not exist, does not exist in this region, or you are not allowed to access',
    ],
    // Which service asked KMS says whom the key policy must let in.
    unless: (denialCase) => serviceKeyOf(denialCase) !== undefined,
    certainty: 'likely',
    summary:
      'The key does not exist, is in another region, or its policy does not let the caller in: KMS does not say which',
    remedies: [
      advise('look for the key in the region and account in which the data was encrypted (aws kms describe-key)'),
    ],
  },
  {
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html
    id: 'resource.key-not-usable',
    layer: 'resource',
    phrases: SERVICE_KEYS.flatMap(({ phrases }) => phrases),
    certainty: 'likely',
    summary: (denialCase) => keySummary(denialCase),
    remedies: (denialCase) => [advise(keyAdvice(denialCase))],
  },
  {
    id: 'resource.default-key',
    layer: 'resource',
    phrases: ["can't access a secret from a different AWS account if you encrypt the secret with the default KMS"],
    summary: 'The secret is encrypted with the AWS managed key of its account, which no other account can use',
    remedies: [
      advise('encrypt the secret with a customer-managed key, and allow the other account to use it', 'resource-owner'),
    ],
  },
  {
    id: 'resource.function-permission',
    layer: 'resource',
    phrases: ['Invalid permissions on Lambda function', ROTATION],
    summary: ({ text }) =>
      `The policy of the function does not let ${isRotation(text) ? 'Secrets Manager' : 'API Gateway'} call it`,
    remedies: ({ text }) => [
      advise(
        isRotation(text)
          ? 'allow it with aws lambda add-permission --principal secretsmanager.amazonaws.com --source-account <account of the secret>'
          : 'allow it with aws lambda add-permission --principal apigateway.amazonaws.com --source-arn <ARN of the API and method>',
        'resource-owner',
      ),
    ],
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
    id: 'resource.function-url',
    layer: 'resource',
    phrases: ['For troubleshooting Function URL authorization issues'],
    certainty: 'likely',
    summary:
      'The policy of the function does not let this call through its URL: since October 2025 it must allow two actions, lambda:InvokeFunctionUrl and lambda:InvokeFunction; a URL of type AWS_IAM also refuses calls that are not signed',
    remedies: [
      advise(
        'compare the policy of the function with its authentication type; where the type is NONE, the last two commands add what everybody needs',
        'resource-owner',
        ['aws', 'lambda', 'get-function-url-config', '--function-name', 'FUNCTION_NAME'],
        ['aws', 'lambda', 'get-policy', '--function-name', 'FUNCTION_NAME', '--query', 'Policy', '--output', 'text'],
        [
          ...ADD_PERMISSION,
          'FunctionUrlPublic',
          '--action',
          'lambda:InvokeFunctionUrl',
          '--principal',
          '*',
          '--function-url-auth-type',
          'NONE',
        ],
        [
          ...ADD_PERMISSION,
          'FunctionUrlInvoke',
          '--action',
          'lambda:InvokeFunction',
          '--principal',
          '*',
          '--invoked-via-function-url',
        ],
      ),
      advise(
        'where the type is AWS_IAM, sign the request (SigV4, service lambda) with credentials that both actions are allowed to',
      ),
    ],
  },
  {
    // https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html
    id: 'identity.delivery-role',
    layer: 'identity',
    codes: DELIVERY_CODES,
    phrases: [...DELIVERIES.map(({ phrase }) => phrase), 'the access policy allows access to'],
    certainty: 'likely',
    summary: ({ denial }) =>
      `Firehose may not ${deliveryOf(denial?.action ?? null)?.purpose ?? 'do its work'} with the role that the stream was given: no policy of the role allows it, or the role does not trust firehose.amazonaws.com`,
    remedies: (denialCase) => [
      advise(`add what is missing to the role of the stream${encrypted(denialCase)}`, 'role-owner'),
    ],
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
    id: 'identity.service-linked-role',
    layer: 'identity',
    phrases: [
      'Unable to assume the service linked role',
      'Verify that you have permission to create service linked role',
      'do not have permission to create the service-linked role',
    ],
    certainty: 'likely',
    summary: (denialCase) =>
      `The service-linked role ${linkedRoleWords(denialCase)} does not exist in the account, and the caller may not create it; it trusts its service by itself, so no trust policy is wrong`,
    remedies: (denialCase) => [
      advise(
        'create the role once for the account (“has been taken in this account” means that it is there), and make the call again after a few seconds: some services create it on the first call, and are refused until it is there',
        'account-admin',
        [
          'aws',
          'iam',
          'create-service-linked-role',
          '--aws-service-name',
          linkedRoleIn(denialCase)?.host ?? 'SERVICE_HOST',
        ],
      ),
    ],
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
    id: 'resource.object-lock',
    phrases: ['protected by object lock'],
    beyondPolicies: true,
    summary: 'Object Lock protects this version of the object: no policy can allow what would change or delete it',
    remedies: [
      advise(
        'wait until the retention ends, or have a legal hold removed (aws s3api put-object-legal-hold); only retention in governance mode can be passed over, with s3:BypassGovernanceRetention and --bypass-governance-retention',
        'resource-owner',
      ),
    ],
  },
  {
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
    id: 'trust.monitoring-role',
    phrases: ['does not include the required permissions for: ENHANCED_MONITORING'],
    certainty: 'likely',
    summary:
      'Enhanced monitoring cannot use the role: it must trust monitoring.rds.amazonaws.com and have the policy AmazonRDSEnhancedMonitoringRole',
    remedies: (denialCase) => [
      advise(
        'attach the AWS-managed policy AmazonRDSEnhancedMonitoringRole to the role that RDS was given, where it is missing',
        'role-owner',
        ...attachMonitoring(denialCase),
      ),
    ],
  },
] as const satisfies readonly QuotedCause[];

function linkedRoleWords(denialCase: DenialCase): string {
  const found = linkedRoleIn(denialCase);
  return found === undefined ? 'of the service' : `${found.role} of ${found.service}`;
}

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html */
function encrypted({ denial }: DenialCase): string {
  return denial?.action === 'lambda:InvokeFunction'
    ? ''
    : '; where what it works on is encrypted with a customer managed key, kms:Decrypt and kms:GenerateDataKey on the key as well';
}

function attachMonitoring(denialCase: DenialCase): readonly (readonly string[])[] {
  const role = parseArn(targetRole(denialCase) ?? '');
  const name = nameWithoutPath(role?.resource ?? '');
  if (role === undefined || !/^[\w+=,.@-]{1,64}$/.test(name)) return [];
  const policy = `arn:${role.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`;
  return [['aws', 'iam', 'attach-role-policy', '--role-name', name, '--policy-arn', policy]];
}

/** A service gives one answer for a key that is gone and for one that it may not use. */
function keySummary(denialCase: DenialCase): string {
  const row = serviceKeyOf(denialCase);
  if (row === undefined) return 'the service cannot use the KMS key';
  const { name, user, host } = row;
  const region = keyRegion(denialCase, row) ?? 'REGION';
  const whom =
    user === 'service'
      ? host.replace('REGION', region)
      : user === 'linked-role'
        ? 'its service-linked role'
        : 'the caller';
  return `${name} cannot use the KMS key: the key policy does not let ${whom} in${user === 'caller' ? ', or no identity policy of the caller allows it' : ''}, or the key is disabled, deleted or in a different region`;
}

function keyAdvice(denialCase: DenialCase): string {
  const row = serviceKeyOf(denialCase);
  const who =
    row?.user === 'caller'
      ? 'have the owner of the key and an administrator of the caller’s account add the statements below'
      : 'have its owner add the statement below to the key policy';
  return `check that the key exists, is enabled and in the same region (aws kms describe-key); ${who}${row?.beside === undefined ? '' : `; ${row.beside}`}`;
}
