/** A task of several calls: a caller that was denied one of them will be denied the next one too, unless all are allowed. */
export interface Workflow {
  /** `pushing an image` */
  readonly task: string;
  /** Actions on the resource that the denied one is about; each of them shows that it is this task. */
  readonly actions: readonly string[];
  /** Actions that belong to it, too, but to other tasks as well. */
  readonly beside?: readonly string[];
  /** Actions that know no resources, or that are needed on all of them. */
  readonly onAll: readonly string[];
  /** What the text has to say for it to be this task; where this is left out, the denied action is enough. */
  readonly when?: RegExp;
}

/**
 * Tasks of which AWS documents the actions, reviewed one by one.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html (logs)
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 */
export const WORKFLOWS: readonly Workflow[] = [
  {
    task: 'pushing an image',
    actions: ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'],
    beside: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage'],
    onAll: ['ecr:GetAuthorizationToken'],
  },
  {
    task: 'pulling an image',
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    onAll: ['ecr:GetAuthorizationToken'],
  },
  {
    task: 'writing to a log group',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    onAll: [],
  },
  {
    task: 'a function in a VPC',
    actions: [],
    onAll: [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    when: /execution role/i,
  },
  {
    task: 'a function that reads from a queue',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    onAll: [],
    when: /execution role/i,
  },
  {
    task: 'Session Manager',
    actions: [],
    onAll: [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
      'ssm:UpdateInstanceInformation',
    ],
  },
  {
    task: 'an upload in parts to a bucket with this key',
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    onAll: [],
    when: /\b(?:CreateMultipartUpload|UploadPart|UploadPartCopy|CompleteMultipartUpload)\b/,
  },
];

/** The task that the denied action is a part of, as far as the action and the text tell. */
export function workflowOf(action: string, text: string): Workflow | undefined {
  const wanted = action.toLowerCase();
  return WORKFLOWS.find(
    ({ actions, onAll, when }) =>
      [...actions, ...(actions.length === 0 || when !== undefined ? onAll : [])].some(
        (one) => one.toLowerCase() === wanted,
      ) &&
      (when === undefined || when.test(text)),
  );
}
