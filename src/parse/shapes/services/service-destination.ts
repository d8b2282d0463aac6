import { DESTINATIONS, NOTIFIER } from '../../../reference/services/service-destinations.ts';
import { IMPORT_ROLE, MACHINE_ROLE, MODEL_ROLE } from '../../../reference/services/service-roles.ts';
import { named } from '../../grammar/principal.ts';
import { arnBefore, valueAfter } from '../found-values.ts';
import { type Phrase, type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

const AROUND = 1_500;

/** Services about a bucket, log group, function or collection that does not let them in, each in words of its own. */
export const serviceDestination: PhraseShape = phraseShape('service-destination', [
  ...DESTINATIONS.flatMap(({ begins, needle, ends = '', host, action }): readonly Phrase[] => {
    if (begins === undefined || needle === undefined) return [];
    return [
      {
        begins,
        needles: [needle],
        rest: /:?/y,
        when: ({ dense, to }) => dense.lower.slice(to, to + 200).includes(ends),
        claim: 'denied',
        says: (_, found) => fields({ action, callerName: `${host}.amazonaws.com`, resource: bucketAfter(found) }),
      },
    ];
  }),
  {
    // https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
    begins: 'unabletodeliverlogstotheconfigureddestination',
    needles: ['logs to the configured destination'],
    claim: 'denied',
    says: () => ({ action: 'logs:PutLogEvents', callerName: 'delivery.logs.amazonaws.com' }),
  },
  {
    // A subscription filter. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample
    begins: 'couldnotexecutethelambdafunction.makesureyouhavegivencloudwatchlogspermissiontoexecuteyourfunction',
    needles: ['CloudWatch Logs permission'],
    claim: 'denied',
    says: () => ({ action: 'lambda:InvokeFunction', callerName: 'logs.amazonaws.com' }),
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    begins: 'unabletovalidatethefollowingdestinationconfigurations',
    needles: ['following destination configurations'],
    claim: 'denied',
    says: () => ({ action: 'lambda:InvokeFunction', callerName: NOTIFIER }),
  },
  {
    // https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms
    begins: 'couldnotaccessmodeldataat',
    needles: ['not access model data at'],
    claim: 'denied',
    says: (_, found) =>
      fields({
        action: 's3:GetObject',
        ...(roleBehind(found) ?? { callerName: MODEL_ROLE }),
        resource: objectAfter(found),
      }),
  },
  {
    // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
    begins: 'isnotauthorizedtoaccessthelogdestination',
    needles: ['access the Log Destination'],
    claim: 'denied',
    says: (_, found) =>
      fields({ action: 'logs:CreateLogDelivery', ...(roleBefore(found) ?? { callerName: MACHINE_ROLE }) }),
  },
  {
    // https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html
    begins: 'accessdeniedwhenwritingoutputtourl:',
    needles: ['denied when writing output'],
    claim: 'denied',
    says: (_, found) => fields({ action: 's3:PutObject', resource: objectAfter(found) }),
  },
  {
    // https://docs.aws.amazon.com/transcribe/latest/APIReference/API_StartTranscriptionJob.html#API_StartTranscriptionJob_Errors
    begins: "thes3urithatyouprovidedcan'tbeaccessed",
    needles: ["provided can't be accessed"],
    claim: 'denied',
    says: () => ({ action: 's3:GetObject' }),
  },
  {
    // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
    begins: 'guarddutyserviceprincipaldoesnothavepermissiontothekmskeyortheresource',
    needles: ['service principal does not have permission'],
    claim: 'denied',
    says: () => ({ action: 's3:PutObject', callerName: 'guardduty.amazonaws.com' }),
  },
  {
    // https://docs.aws.amazon.com/vm-import/latest/userguide/troubleshooting.html
    begins: 'wedonothaveaccesstothegivenresource',
    needles: ['the given resource'],
    rest: /\.?Reason403/iy,
    claim: 'denied',
    says: () => ({ action: 's3:GetObject', callerName: IMPORT_ROLE }),
  },
  {
    // A service about what it was given, in a sentence that many have: "RUM service does not have access to S3 uri s3://…".
    begins: 'nothaveaccesstos3',
    needles: ['not have access to S3'],
    rest: /(?:uri|url|bucket|location|path|object):?(?=["'`]?s3:\/\/)/iy,
    claim: 'denied',
    says: (_, found) => fields({ action: 's3:GetObject', resource: objectAfter(found) }),
  },
  {
    // Rekognition and Textract read with the permissions of their caller.
    // https://docs.aws.amazon.com/textract/latest/APIReference/API_StartDocumentAnalysis.html#API_StartDocumentAnalysis_Errors
    begins: 'unabletogetobjectmetadatafroms3',
    needles: ['object metadata from S3'],
    claim: 'denied',
    says: () => ({ action: 's3:GetObject' }),
  },
  {
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
    begins: 'userdoesnothavepermissionsfortherequestedresource',
    needles: ['permissions for the requested'],
    when: (found) => collectionAround(found) !== undefined,
    claim: 'denied',
    says: (_, found) => {
      const [, resource, region] = collectionAround(found) ?? [];
      return fields({ action: 'aoss:APIAccessAll', resource, region });
    },
  },
]);

/** A bucket by its name, or as an ARN; the sentence may go on behind it. */
function bucketAfter(found: PhraseMatch): string | undefined {
  const value = valueAfter(found)?.replace(/[.,]$/, '');
  return value !== undefined && /^(?:arn:aws[a-z-]*:s3:::)?[a-z0-9][a-z0-9.-]{2,62}$/.test(value) ? value : undefined;
}

function objectAfter(found: PhraseMatch): string | undefined {
  const value = valueAfter(found)?.replace(/\.$/, '');
  if (value === undefined) return undefined;
  if (/^s3:\/\/[a-z0-9][a-z0-9.-]{2,62}\/\S{1,1000}$/.test(value)) return value;
  const [, bucket, key] = PATH_URL.exec(value) ?? [];
  return bucket === undefined ? undefined : `s3://${bucket}/${key}`;
}

/** `https://s3.eu-west-1.amazonaws.com/BUCKET/KEY` https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#path-style-access */
const PATH_URL =
  /^https:\/\/s3[.-](?:[a-z0-9-]{5,24}\.)?amazonaws\.com(?:\.cn)?\/([a-z0-9][a-z0-9.-]{2,62})\/([^\s?#]{1,1000})$/;

function roleBehind({ dense, to }: PhraseMatch) {
  const role = /role["'`](arn:aws[a-z-]*:iam::[^"'`]{5,200})["'`]/.exec(dense.text.slice(to, to + 1_400))?.[1];
  return role === undefined ? undefined : named(role);
}

function roleBefore(found: PhraseMatch) {
  const role = arnBefore(found);
  return role === undefined ? undefined : named(role);
}

/** `https://ID.REGION.aoss.amazonaws.com`, where the text has it near the answer. */
function collectionAround({ dense, from, to }: PhraseMatch): RegExpExecArray | undefined {
  const around = dense.lower.slice(Math.max(0, from - AROUND), to + AROUND);
  return /\b([a-z0-9]{15,32})\.([a-z]{2}(?:-[a-z]+)+-\d)\.aoss\.amazonaws\.com/.exec(around) ?? undefined;
}
