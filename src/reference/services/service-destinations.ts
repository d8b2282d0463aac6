/** A bucket that a service writes into, and what it asks the bucket's policy for. */
interface Destination {
  /** How its error message begins, in lower case and without blanks, up to the bucket's name. Left out where no message is known that names the bucket. */
  readonly begins?: string;
  /** Literal text of that message, by which it is found in a log. */
  readonly needle?: string;
  /** What follows the bucket's name in the message, where `begins` alone would match messages of other services too. */
  readonly ends?: string;
  /** The service principal, without `.amazonaws.com`. */
  readonly host: string;
  /** The action that the denial is about. */
  readonly action: string;
  /** Actions on the bucket itself. */
  readonly onBucket: readonly string[];
  /** Where the service writes, behind the prefix. ACCOUNT stands for the account that it writes for. */
  readonly writes: string;
  /** True where the service asks for `bucket-owner-full-control` on what it writes. */
  readonly givesControl: boolean;
}

/** Reviewed, each with AWS's page. */
export const DESTINATIONS: readonly Destination[] = [
  {
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    begins: 'incorrects3bucketpolicyisdetectedforbucket',
    needle: 'bucket policy is detected',
    host: 'cloudtrail',
    action: 's3:PutObject',
    onBucket: ['s3:GetBucketAcl'],
    writes: 'AWSLogs/ACCOUNT/*',
    givesControl: true,
  },
  {
    // https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
    begins: 'insufficientdeliverypolicytos3bucket',
    needle: 'delivery policy to s3 bucket',
    host: 'config',
    action: 's3:PutObject',
    onBucket: ['s3:GetBucketAcl', 's3:ListBucket'],
    writes: 'AWSLogs/ACCOUNT/Config/*',
    givesControl: true,
  },
  {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    begins: 'accessdeniedforbucket:',
    ends: '.pleasecheck',
    needle: 'Denied for bucket',
    host: 'logdelivery.elasticloadbalancing',
    action: 's3:PutObject',
    onBucket: [],
    writes: 'AWSLogs/ACCOUNT/*',
    givesControl: false,
  },
  {
    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
    begins: 'accessdeniedforlogdestination:',
    ends: '.pleasecheck',
    needle: 'Denied for LogDestination',
    host: 'delivery.logs',
    action: 's3:PutObject',
    onBucket: ['s3:GetBucketAcl'],
    writes: 'AWSLogs/ACCOUNT/*',
    givesControl: true,
  },
  {
    // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
    host: 'guardduty',
    action: 's3:PutObject',
    onBucket: ['s3:GetBucketLocation'],
    writes: '*',
    givesControl: false,
  },
];

/** What the service asks of the bucket when it could not write into it; undefined for all other callers and actions. */
export function destinationOf(callerName: string | null, action: string): Destination | undefined {
  return DESTINATIONS.find((one) => callerName === `${one.host}.amazonaws.com` && one.action === action);
}

/** How S3's own answer about the target of an event notification names the caller. */
export const NOTIFIER = 's3.amazonaws.com';

/** What S3 may do with each kind of target. https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html */
export const NOTIFIED: readonly string[] = ['lambda:InvokeFunction', 'sqs:SendMessage', 'sns:Publish'];
