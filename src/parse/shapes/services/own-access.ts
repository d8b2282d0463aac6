import {
  BACKUP_ROLE,
  BATCH_JOB_ROLE,
  COPY_ROLE,
  KNOWLEDGE_BASE_ROLE,
  LOCATION_ROLE,
  PIPELINE_ROLE,
  SMS_ROLE,
} from '../../../reference/services/service-roles.ts';
import { actionOfOperation } from '../../operations/operation-actions.ts';
import { arnAfter, keyAround, valueAfter } from '../found-values.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

const AROUND = 2_500;

/** Services that refuse in their own words what their own access rules, or a role that they were given, do not allow. */
export const ownAccess: PhraseShape = phraseShape('own-access', [
  {
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
    begins: 'knowledgebasestorageconfigurationprovidedisinvalid',
    needles: ['storage configuration provided'],
    rest: /.{0,200}?(?:403|Forbidden|BadAuthorization)/iy,
    claim: 'denied',
    says: () => ({ action: 'aoss:APIAccessAll', callerName: KNOWLEDGE_BASE_ROLE }),
  },
  {
    // AWS Backup: the vault that a copy goes to does not let the account in. https://repost.aws/knowledge-center/backup-resolve-access-denied-error
    begins: 'accessdeniedtryingtocallawsbackupservice',
    needles: ['trying to call AWS Backup'],
    claim: 'denied',
    says: (_, found) => {
      const role = keyAround(found, 'IamRoleArn');
      return fields({
        action: 'backup:CopyIntoBackupVault',
        ...(role === undefined ? { callerName: BACKUP_ROLE } : { caller: role }),
        resource: keyAround(found, 'DestinationBackupVaultArn'),
      });
    },
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html
    begins: 'readingthemanifestisforbidden',
    needles: ['manifest is forbidden'],
    claim: 'denied',
    says: (_, found) => {
      const role = keyAround(found, 'RoleArn');
      return fields({
        action: 's3:GetObject',
        ...(role === undefined ? { callerName: BATCH_JOB_ROLE } : { caller: role }),
        resource: keyAround(found, 'ObjectArn'),
      });
    },
  },
  {
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html
    begins: 'roledoesnothavepermissiontopublishwithsns',
    needles: ['permission to publish'],
    claim: 'denied',
    // Numbers of phones have no ARN: the page allows it on everything.
    says: () => ({ action: 'sns:Publish', resource: '*', callerName: SMS_ROLE }),
  },
  {
    // IAM sign-in to a database of RDS. PostgreSQL has PAM elsewhere, too.
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Troubleshooting.html
    begins: 'pamauthenticationfailedforuser',
    needles: ['PAM authentication failed'],
    claim: 'denied',
    when: (found) => hostOfDatabase(found) !== undefined,
    says: (_, found) =>
      fields({ action: 'rds-db:connect', resource: valueAfter(found), region: hostOfDatabase(found)?.[1] }),
  },
  {
    // https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html
    begins: 'unabletouseconnection:',
    needles: ['use Connection'],
    rest: /(?=arn:)/y,
    claim: 'denied',
    says: (_, found) => {
      const resource = arnAfter(found);
      const prefix = resource?.includes(':codeconnections:') === true ? 'codeconnections' : 'codestar-connections';
      return fields({ action: `${prefix}:UseConnection`, resource, callerName: PIPELINE_ROLE });
    },
  },
  {
    // DataSync, about the role that a location was given: the operation of S3 that it tried.
    // https://docs.aws.amazon.com/datasync/latest/userguide/troubleshooting-locations-tasks.html
    begins: 'couldnotperform',
    needles: ['could not perform '],
    rest: /([a-z][a-z0-9-]{1,30}):([A-Z][A-Za-z0-9]{2,60}?)(?=(?:on|in)(?:the)?(?:bucket|object|location))/y,
    after: /failed:$/,
    claim: 'denied',
    says: ([, service, operation], found) =>
      fields({
        action: actionOfOperation(operation ?? '', service),
        resource: bucketBehind(found),
        callerName: LOCATION_ROLE,
      }),
  },
  {
    // https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html, querying.html#query-results-specify-location
    begins: 'unabletoverify/createoutputbucket',
    needles: ['create output bucket'],
    claim: 'denied',
    says: (_, found) => fields({ action: 's3:GetBucketLocation', resource: valueAfter(found) }),
  },
  {
    // A secret that is encrypted with aws/secretsmanager, which has a code that is no denial's.
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
    begins: "can'taccessasecretfromadifferentawsaccountifyouencryptthesecretwiththedefaultkmsservicekey",
    needles: ['access a secret from a'],
    claim: 'denied',
  },
  {
    // Amazon Redshift, and where it could not list a bucket, what it wanted to list.
    // https://docs.aws.amazon.com/redshift/latest/dg/s3serviceexception-error.html
    begins: 's3serviceexception:accessdenied',
    place: 'head',
    says: () => ({ service: 's3', callerName: COPY_ROLE }),
  },
  {
    begins: 'context:listingbucket=',
    place: 'tail',
    says: (_, found) => fields({ action: 's3:ListBucket', resource: valueAfter(found) }),
  },
  {
    // What S3 answered to CloudFront, which passes it on: CloudFront is the caller.
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html
    begins: '<code>accessdenied</code><message>accessdenied</message>',
    when: (found) => isThroughCloudFront(found),
    says: () => ({ action: 's3:GetObject', callerName: 'cloudfront.amazonaws.com' }),
  },
  {
    // SNS, in its log of what it could not deliver into a queue that is encrypted.
    // https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
    begins: 'kms.accessdeniedexception',
    needles: ['KMS.AccessDenied'],
    after: /providerresponse\W{1,12}errorcode\W{1,9}$/,
    claim: 'denied',
    says: () => ({ action: 'kms:GenerateDataKey', callerName: 'sns.amazonaws.com' }),
  },
]);

/** `NAME.ID.REGION.rds.amazonaws.com`, near the answer. */
function hostOfDatabase({ dense, from, to }: PhraseMatch): RegExpExecArray | undefined {
  const around = dense.lower.slice(Math.max(0, from - AROUND), to + AROUND);
  return /\.([a-z]{2}(?:-[a-z]{2,10}){1,3}-\d)\.rds\.amazonaws\.com/.exec(around) ?? undefined;
}

/** Headers of CloudFront, or an address of it, near the answer. */
function isThroughCloudFront({ dense, from, to }: PhraseMatch): boolean {
  const around = dense.lower.slice(Math.max(0, from - AROUND), to + AROUND);
  return /x-cache:errorfromcloudfront|:\/\/d[0-9a-z]{10,16}\.cloudfront\.net/.test(around);
}

/** `on bucket NAME.` */
function bucketBehind({ dense, to }: PhraseMatch): string | undefined {
  const name = /^(?:on|in)(?:the)?bucket["'`]?/.exec(dense.lower.slice(to, to + 20))?.[0];
  return name === undefined ? undefined : valueAfter({ dense, from: to, to: to + name.length });
}
