import { type Arn, parseArn } from '../model/arn.ts';
import type { Denial } from '../model/denial.ts';

/** How a denial names its caller where Firehose speaks of the role that a stream was given. */
export const STREAM_ROLE = 'the role of the Firehose stream';

/** What Firehose does with the role of a stream: what the role's identity policy needs for it. */
interface Delivery {
  /** The part of the error code before the dot. */
  readonly codes: readonly string[];
  /** The part of a message that never changes, without white space and in lower case. */
  readonly words: readonly string[];
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
 * Compared with an earlier edition of AWS's guide: the codes and sentences of S3 and Lambda, and the actions for Kinesis, S3, Lambda and Glue. The
 * codes of the others, and the actions for OpenSearch, have not been compared with a page.
 * https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html (codes)
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html (actions)
 */
export const DELIVERIES: readonly Delivery[] = [
  {
    codes: ['Kinesis'],
    words: ['accesswasdeniedwhencallingkinesis'],
    action: 'kinesis:GetRecords',
    actions: ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
    purpose: 'read its source stream',
    key: null,
    query: 'DeliveryStreamDescription.Source.KinesisStreamSourceDescription',
  },
  {
    codes: ['S3'],
    words: ['allowsaccesstothes3bucket'],
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
    codes: ['Lambda'],
    words: ['allowsaccesstothelambdafunction'],
    action: 'lambda:InvokeFunction',
    actions: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
    purpose: 'call the function that transforms its records',
    key: 'processor',
    query: OF_DESTINATION,
  },
  {
    codes: ['OS', 'ES'],
    words: ['allowsaccesstotheamazonopensearchserviceapi', 'allowsaccesstotheamazones'],
    action: 'es:ESHttpPost',
    actions: ['es:DescribeDomain', 'es:DescribeDomains', 'es:DescribeDomainConfig', 'es:ESHttpPost', 'es:ESHttpPut'],
    purpose: 'write to its OpenSearch domain',
    key: 'destination',
    query: OF_DESTINATION,
  },
  {
    codes: ['AOSS', 'AmazonOpenSearchServerless'],
    words: [],
    action: 'aoss:APIAccessAll',
    actions: ['aoss:APIAccessAll'],
    purpose: 'write to its OpenSearch Serverless collection',
    key: 'destination',
    query: OF_DESTINATION,
  },
  {
    codes: ['Glue'],
    words: ['whencallingawsglue', 'whencallingglue'],
    action: 'glue:GetTableVersions',
    actions: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
    purpose: 'read the schema of its records',
    key: null,
    query: OF_DESTINATION,
  },
];

/** The codes of Firehose for what the role of a stream was denied. */
export const DELIVERY_CODES: readonly string[] = DELIVERIES.flatMap(({ codes }) =>
  codes.map((code) => (code === 'Lambda' ? 'Lambda.InvokeAccessDenied' : `${code}.AccessDenied`)),
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
