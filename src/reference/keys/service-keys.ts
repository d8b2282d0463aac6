/** What a service must be able to do with a customer managed key, and how it says that it cannot. */
export interface ServiceKey {
  /** The service as AWS names it, where it is the same in every text of the row. */
  readonly name: string;
  /** Sentences of the service, or the part of one that never changes. */
  readonly phrases: readonly string[];
  /**
   * Whom the key policy must let in. `service`: the service itself. `linked-role`: its service-linked role. `caller`: the principal that called the
   * service, which uses the key on the caller's behalf, so that the caller's identity policy decides as well.
   */
  readonly user: 'service' | 'linked-role' | 'caller';
  /** The host of the service, with REGION where it is a regional one: the principal, or the value of kms:ViaService. */
  readonly host: string;
  readonly actions: readonly string[];
  /** The condition key that names what is encrypted, or for what the service acts, and the service of its ARN. */
  readonly context?: { readonly key: string; readonly service: string };
  /** What else is often wrong, as the end of a sentence. */
  readonly beside?: string;
}

const USE = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'] as const;

/**
 * The actions are those of the page of each service that is named here; of RDS the page was read in part, and of alarms only what SNS says of other
 * services. EFS, ECR, EKS and AWS Backup are not here: their pages have the permissions on a key, and no sentence with which they refuse one was found.
 * https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html, https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html, https://repost.aws/knowledge-center/backup-vault-access-denied
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html
 */
export const SERVICE_KEYS: readonly ServiceKey[] = [
  {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    name: 'CloudWatch Logs',
    phrases: [
      'The specified KMS key does not exist or is not allowed to be used with',
      'The specified KMS Key Id could not be found or is not allowed to be used with',
    ],
    user: 'service',
    host: 'logs.REGION.amazonaws.com',
    actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    context: { key: 'kms:EncryptionContext:aws:logs:arn', service: 'logs' },
  },
  {
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
    name: 'CloudWatch alarms',
    phrases: ['does not have authorization to access the SNS topic encryption key'],
    user: 'service',
    host: 'cloudwatch.amazonaws.com',
    actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    beside:
      'a topic that is encrypted with the AWS managed key alias/aws/sns cannot be used: that key’s policy cannot be changed',
  },
  {
    // https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
    name: 'SNS',
    // The delivery log of a topic has it so; a caller of SQS gets the code alone.
    phrases: ['"ErrorCode":"KMS.AccessDeniedException","ErrorMessage"'],
    user: 'service',
    host: 'sns.amazonaws.com',
    actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    context: { key: 'aws:SourceArn', service: 'sns' },
    beside:
      'a topic cannot deliver to a queue that is encrypted with the AWS managed key alias/aws/sqs: that key’s policy cannot be changed',
  },
  {
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
    name: 'EC2 Auto Scaling',
    phrases: ['Client.InternalError: Client error on launch'],
    user: 'linked-role',
    host: 'autoscaling.amazonaws.com',
    actions: USE,
  },
  {
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
    name: 'Secrets Manager',
    phrases: ['Access to KMS is not allowed'],
    user: 'caller',
    host: 'secretsmanager.REGION.amazonaws.com',
    actions: ['kms:Decrypt'],
    beside:
      'a secret of a different account must be encrypted with a customer managed key (aws/secretsmanager cannot be used across accounts), and a caller that writes it needs kms:GenerateDataKey as well',
  },
  {
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
    name: 'RDS',
    phrases: ['does not exist, is not enabled or you do not have permissions to access it'],
    user: 'caller',
    host: 'rds.REGION.amazonaws.com',
    actions: ['kms:CreateGrant', 'kms:DescribeKey'],
    beside:
      'the AWS managed key aws/rds exists only once RDS has used it in the account and region, and a snapshot that is encrypted with it cannot be copied to a different account',
  },
  {
    // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
    name: 'EBS',
    phrases: [
      'Given key ID is not accessible',
      'encrypted with an inaccessible AWS KMS key',
      'encrypted with an inaccessible KMS key',
    ],
    user: 'caller',
    host: 'ec2.REGION.amazonaws.com',
    actions: [
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncrypt*',
    ],
    beside:
      'where a service such as EC2 Auto Scaling launched the instance, it is the service-linked role of that service that the key policy must let in',
  },
  {
    // https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html (the sentence)
    // https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html (the actions)
    name: 'Glue',
    phrases: ['Insufficient encryption key permissions for Glue API'],
    user: 'caller',
    host: 'glue.REGION.amazonaws.com',
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  },
  {
    // https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors
    name: 'Lambda',
    phrases: ['unable to decrypt the environment variables because KMS access was denied'],
    user: 'caller',
    host: 'lambda.REGION.amazonaws.com',
    actions: ['kms:Decrypt'],
    beside:
      'a role that was deleted and created again under its name has lost its grant on the key: set the function’s role to a different one and back',
  },
  {
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html#dynamodb-customer-cmk-policy
    name: 'DynamoDB',
    phrases: ['KMS key access denied error'],
    user: 'caller',
    host: 'dynamodb.REGION.amazonaws.com',
    actions: [...USE, 'kms:CreateGrant'],
  },
  {
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
    name: 'CloudTrail',
    phrases: ['InsufficientEncryptionPolicy'],
    user: 'service',
    host: 'cloudtrail.amazonaws.com',
    actions: ['kms:GenerateDataKey*', 'kms:Decrypt', 'kms:DescribeKey'],
    context: { key: 'aws:SourceArn', service: 'cloudtrail' },
    beside: 'the bucket policy of the trail’s bucket must let cloudtrail.amazonaws.com in as well',
  },
  {
    // https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    name: 'The service',
    phrases: ["The ciphertext references a key that doesn't exist or that"],
    user: 'caller',
    host: 'SERVICE.REGION.amazonaws.com',
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
  },
];
