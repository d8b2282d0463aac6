import { once } from '../../model/once.ts';

const PARTITION = 'arn:aws[a-z-]{0,16}';
const REGION = String.raw`[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d`;

/** The name of a region, or its beginning at the end of an ARN that was cut. */
const PART_OF_REGION = String.raw`(?:us|eu|eusc|ap|ca|sa|me|mx|af|il|cn)(?:-[a-z]{0,12}){0,3}(?:-\d{0,2})?$`;

/** What an S3 ARN has with region and account: without these, it is no bucket. */
const IN_ACCOUNT = '(?:accesspoint|access-grants|accessgrants|async-request|job|storage-lens|storage-lens-group)/';

/** What people lose when they copy an ARN or take the account out of it, and what it must have been: nothing else fits. */
const flaws: () => readonly (readonly [flaw: RegExp, mended: string])[] = once(() => [
  [/^arn::+(?=aws)/, 'arn:'],
  // `assumed-role/ app`
  [/(?<=^arn:aws[^\s]{3,80}:(?:assumed-role|role|user)\/)[ \t]+(?=[^\s])/, ''],
  [new RegExp(`^(${PARTITION})::+(?=[a-z])`), '$1:'],
  // IAM and STS have no region: `arn:aws:sts:111122223333:assumed-role/app/1`, `arn:aws:iam:::***:user/ana`.
  [
    new RegExp(
      `^(${PARTITION}:(?:iam|sts)):+(?!${REGION}:)([^:/\\s]{1,64}):+((?:assumed-role|federated-user|role|user|group|policy|instance-profile|mfa|oidc-provider|saml-provider|server-certificate)/.*|root)$`,
    ),
    '$1::$2:$3',
  ],
  // `arn:aws:s3:shop-logs/2024`
  [
    new RegExp(
      `^(${PARTITION}:s3):{1,2}(?!:|${REGION}$|${PART_OF_REGION}|${IN_ACCOUNT}|\\d{0,12}$)(?=[a-z0-9][a-z0-9.-]{2,62}(?:/|$))`,
    ),
    '$1:::',
  ],
  [new RegExp(`^(${PARTITION}:s3):{4,}(?=[a-z0-9])`), '$1:::'],
  // `arn:aws:sqs:eu-west-1111122223333:orders`
  [new RegExp(`^(${PARTITION}:[a-z0-9-]{2,40}:${REGION})(?=\\d{12}:)`), '$1:'],
  // `arn:aws:sqs:eu-west-1::111122223333:orders`
  [new RegExp(`^(${PARTITION}:[a-z0-9-]{2,40}:${REGION}:):(?=\\d{12}:)`), '$1'],
  // `arn:aws:dynamodb:us-west-2:111122223333table/orders`
  [
    new RegExp(`^(${PARTITION}:[a-z0-9-]{2,40}:(?:${REGION})?:(?:\\d{12}|[\\dxX*#]{4,16}))(?=[a-z][a-z-]{2,40}/)`),
    '$1:',
  ],
]);

/** Most ARNs in denials: one of IAM or STS that has none of the flaws. */
const SOUND = /^arn:aws[a-z-]{0,16}:(?:iam|sts)::\d{12}:[^\s:]\S*$/;

/**
 * An ARN without what went wrong when it was copied: a blank before a name, one colon too many or too few. Only where one ARN is possible; any
 * other text is returned as it is. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function mendArn(text: string): string {
  if (!text.startsWith('arn:') || SOUND.test(text)) return text;
  return flaws().reduce((arn, [flaw, mended]) => arn.replace(flaw, mended), text);
}
