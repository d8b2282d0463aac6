import { type Arn, parseArn } from '../../model/arn.ts';
import type { Denial } from '../../model/denial.ts';

/** How a denial names its caller where Firehose speaks of the role that a stream was given. */
export const STREAM_ROLE = 'the role of the Firehose stream';

/** What Firehose does with the role of a stream: what the role's identity policy needs for it. */
interface Delivery {
  /** The part of the error code before the dot; null where no page has a code. */
  readonly code: string | null;
  /** The part of the sentence that never changes. */
  readonly phrase: string;
  /** The action that is checked first. */
  readonly action: string;
  /** All of them. */
  readonly actions: readonly string[];
  /** What Firehose was doing, as the end of a sentence. */
  readonly purpose: string;
  /** The key of the log event that names the resource. */
  readonly key: 'destination' | 'processor' | null;
  /** Where describe-delivery-stream names the role. */
  readonly query: string;
}

const OF_DESTINATION = 'DeliveryStreamDescription.Destinations[].*.RoleARN';

/**
 * The actions are those of https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html. OpenSearch is not here: AWS's page on codes
 * says that its errors are logged as it returns them.
 */
export const DELIVERIES: readonly Delivery[] = [
  {
    // As Firehose logs it; no page of AWS's was found that has it.
    code: 'Kinesis',
    phrase: 'Access was denied when calling Kinesis',
    action: 'kinesis:GetRecords',
    actions: ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
    purpose: 'read its source stream',
    key: null,
    query: 'DeliveryStreamDescription.Source.KinesisStreamSourceDescription',
  },
  {
    // https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html#monitoring-s3-errors
    code: 'S3',
    phrase: 'allows access to the S3 bucket',
    action: 's3:PutObject',
    actions: [
      's3:AbortMultipartUpload',
      's3:GetBucketLocation',
      's3:GetObject',
      's3:ListBucket',
      's3:ListBucketMultipartUploads',
      's3:PutObject',
    ],
    purpose: 'write to its bucket',
    key: 'destination',
    query: OF_DESTINATION,
  },
  {
    // https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html#lambda-invocation-errors
    code: 'Lambda',
    phrase: 'allows access to the Lambda function',
    action: 'lambda:InvokeFunction',
    actions: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
    purpose: 'call the function that transforms its records',
    key: 'processor',
    query: OF_DESTINATION,
  },
  {
    // What CreateDeliveryStream answers, https://github.com/hashicorp/terraform-provider-aws/pull/17254
    code: null,
    phrase: 'Access was denied when calling Glue',
    action: 'glue:GetTableVersions',
    actions: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
    purpose: 'read the schema of its records',
    key: null,
    query: OF_DESTINATION,
  },
];

/** The codes of Firehose for what the role of a stream was denied. */
export const DELIVERY_CODES: readonly string[] = DELIVERIES.flatMap(({ code }) =>
  code === null ? [] : [code === 'Lambda' ? 'Lambda.InvokeAccessDenied' : `${code}.AccessDenied`],
);

/** The stream whose role was denied something; null where the text does not name it. */
export function streamOf({ nearby = [] }: Pick<Denial, 'nearby'>): Arn | null {
  const arns = nearby.map(({ value }) => parseArn(value));
  return arns.find((arn) => arn?.service === 'firehose') ?? null;
}

/** What Firehose was doing when this action was denied to the role of a stream. */
export function deliveryOf(action: string | null): Delivery | undefined {
  return DELIVERIES.find((one) => one.action === action);
}
