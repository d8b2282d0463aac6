/** What a service needs from a document besides being named in it, as AWS's page for it has it. */
export interface ActingTerms {
  /** The actions of the one call that the service makes. */
  readonly actions: readonly string[];
  /**
   * Condition keys that the service sends and AWS asks to check, with patterns: ACCOUNT stands for the account on whose behalf the service
   * acts.
   */
  readonly sourceAccount: boolean;
  readonly sourceArn: string | null;
}

type Row = Partial<ActingTerms> & {
  readonly host: string;
  /** The action of a resource policy; that of a trust policy is sts:AssumeRole. */
  readonly action?: string;
};

/**
 * Services that act for somebody. A service that is not in here gets a statement without conditions: it may not send these keys. The roles of
 * AWS Backup, AWS Glue, S3 replication and enhanced monitoring of RDS are not in here: AWS's examples for them have no condition. Where a service
 * uses one role for several kinds of resources, as Systems Manager does, only the account is asked for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const ROWS: readonly Row[] = [
  // Pods: every session is tagged. https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
  { host: 'pods.eks', actions: ['sts:AssumeRole', 'sts:TagSession'] },
  // The certificate's fields are session tags, its common name is the source identity. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
  {
    host: 'rolesanywhere',
    actions: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    sourceArn: 'arn:aws:rolesanywhere:*:ACCOUNT:trust-anchor/*',
  },
  // Knowledge bases, agents, flows. https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html, agents-permissions.html
  { host: 'bedrock', sourceAccount: true },
  // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
  { host: 'states', sourceAccount: true },
  // dms-vpc-role, dms-cloudwatch-logs-role. https://docs.aws.amazon.com/dms/latest/userguide/cross-service-confused-deputy-prevention.html
  { host: 'dms', sourceAccount: true },
  // https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
  { host: 'sagemaker', sourceAccount: true },
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
  { host: 'scheduler', sourceAccount: true },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-get-started.html
  { host: 'pipes', sourceAccount: true },
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
  { host: 'vpc-flow-logs', sourceAccount: true },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
  { host: 'ssm', sourceAccount: true },
  // https://docs.aws.amazon.com/fis/latest/userguide/getting-started-iam-service-role.html
  { host: 'fis', sourceAccount: true, sourceArn: 'arn:aws:fis:*:ACCOUNT:experiment/*' },
  // https://docs.aws.amazon.com/personalize/latest/dg/cross-service-confused-deputy-prevention.html
  { host: 'personalize', sourceAccount: true, sourceArn: 'arn:aws:personalize:*:ACCOUNT:*' },
  // https://docs.aws.amazon.com/appstream2/latest/developerguide/example-fleet-machine.html
  { host: 'appstream', sourceAccount: true },
  // Alarms. https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
  {
    host: 'cloudwatch',
    action: 'sns:Publish',
    sourceArn: 'arn:aws:cloudwatch:*:ACCOUNT:alarm:*',
  },
  // Events of buckets. https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
  { host: 's3', action: 'sns:Publish', sourceAccount: true },
  { host: 's3', action: 'sqs:SendMessage', sourceAccount: true },
  // https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
  { host: 's3', action: 'lambda:InvokeFunction', sourceAccount: true },
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  { host: 'cloudtrail', action: 's3:PutObject', sourceArn: 'arn:aws:cloudtrail:*:ACCOUNT:trail/*' },
  // https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
  { host: 'config', action: 's3:PutObject', sourceAccount: true },
  // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
  {
    host: 'guardduty',
    action: 's3:PutObject',
    sourceAccount: true,
    sourceArn: 'arn:aws:guardduty:*:ACCOUNT:detector/*',
  },
  // Flow logs. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
  {
    host: 'delivery.logs',
    action: 's3:PutObject',
    sourceAccount: true,
    sourceArn: 'arn:aws:logs:*:ACCOUNT:*',
  },
  // Inventories. https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-s3-inventory-1
  { host: 's3', action: 's3:PutObject', sourceAccount: true },
  // Access logs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
  { host: 'logging.s3', action: 's3:PutObject', sourceAccount: true },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  { host: 'events', action: 'sqs:SendMessage', sourceArn: 'arn:aws:events:*:ACCOUNT:rule/*' },
  { host: 'events', action: 'lambda:InvokeFunction', sourceArn: 'arn:aws:events:*:ACCOUNT:rule/*' },
  // The functions of an agent's action groups. https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html
  {
    host: 'bedrock',
    action: 'lambda:InvokeFunction',
    sourceAccount: true,
    sourceArn: 'arn:aws:bedrock:*:ACCOUNT:agent/*',
  },
  // Subscription filters. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample
  {
    host: 'logs',
    action: 'lambda:InvokeFunction',
    sourceAccount: true,
    sourceArn: 'arn:aws:logs:*:ACCOUNT:log-group:*',
  },
  // Origin access control. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
  { host: 'cloudfront', action: 's3:GetObject', sourceArn: 'arn:aws:cloudfront::ACCOUNT:distribution/*' },
  // Rotation. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
  { host: 'secretsmanager', action: 'lambda:InvokeFunction', sourceAccount: true },
];

const ASSUME = 'sts:AssumeRole';

/**
 * What the statement for a service must have for an action, besides the service.
 * @param host the service principal
 * @param action the denied action; for a role any of those that its trust policy decides
 * @returns undefined where AWS's pages ask for nothing more
 */
export function actingTerms(host: string, action: string): ActingTerms | undefined {
  const row = ROWS.find((one) => {
    const ofTrust = one.actions ?? (one.action === undefined ? [ASSUME] : [one.action]);
    return host === `${one.host}.amazonaws.com` && ofTrust.some((own) => own.toLowerCase() === action.toLowerCase());
  });
  if (row === undefined) return undefined;
  return {
    actions: row.actions ?? [row.action ?? ASSUME],
    sourceAccount: row.sourceAccount ?? false,
    sourceArn: row.sourceArn ?? null,
  };
}
