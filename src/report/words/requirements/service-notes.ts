import type { Diagnosis } from '../../../model/diagnosis.ts';
import { upperFirst } from '../../../model/layer-words.ts';
import type { Requirement } from '../../../model/requirement.ts';
import { workflowOf } from '../../../reference/workflows.ts';
import { serviceRules } from './service-rules.ts';

const shows = ({ show }: Requirement, ...words: readonly string[]) =>
  show.some(({ argv }) => words.every((word) => argv.includes(word)));

/** The rules of a service that its own pages have, and that no statement says. Empty where none concerns the requirement. */
export function serviceNotes(one: Requirement, diagnosis: Diagnosis): readonly string[] {
  const { denial, request } = diagnosis;
  return [
    ...(shows(one, 'organizations', 'describe-organization')
      ? [
          `AWS takes ${one.request.action} only from the management account of the organization, or from a delegated administrator. If the account of the call (aws sts get-caller-identity) is neither, no policy of the caller helps: make the call with a role in the management account.`,
        ]
      : []),
    ...(shows(one, 'sqs', 'KmsMasterKeyId')
      ? [
          keyNote(
            'queue',
            'sqs',
            'A caller that sends needs kms:GenerateDataKey and kms:Decrypt, one that receives kms:Decrypt.',
          ),
        ]
      : []),
    ...(shows(one, 'sns', 'Attributes.KmsMasterKeyId')
      ? [keyNote('topic', 'sns', 'A caller that publishes needs kms:GenerateDataKey and kms:Decrypt.')]
      : []),
    ...(shows(one, 's3control', 'get-access-point-policy')
      ? [
          'S3 asks the policy of the bucket behind the access point as well (the bucket: aws s3control get-access-point): it must allow the same, or leave it to its access points with the condition key s3:DataAccessPointAccount.',
        ]
      : []),
    ...taskWords(one, diagnosis),
    ...serviceRules(one),
    ...(one.id === 'identity' && denial?.code === 'InvalidS3ObjectException' ? [UNREAD_OBJECT] : []),
    ...(one.id === 'identity' && one.need === 'allow' && isForAll(request) ? [forAllWords(request)] : []),
    ...(one.id === 'resource' && one.need === 'allow' && diagnosis.request.principal?.type === 'anonymous'
      ? [FOR_ALL]
      : []),
    ...(one.id === 'identity' && denial?.reason === null && INVOKES_MODEL.test(request.action ?? '')
      ? [MODEL_ACCESS]
      : []),
    ...(one.need === 'allow' && namesProfile(one)
      ? [
          'Bedrock checks a call through an inference profile on the profile and on the foundation model in each region of the profile (models in: aws bedrock get-inference-profile --inference-profile-identifier PROFILE).',
        ]
      : []),
  ];
}

/** What the task of the call needs besides, where no fix above says it. A registry that names no action has all of them in its statement. */
function taskWords(one: Requirement, { causes, request }: Diagnosis): readonly string[] {
  const task =
    one.need === 'allow' && /^(?:identity|resource)$/.test(one.id) ? workflowOf(one.request.action, '') : undefined;
  if (task === undefined || one.need !== 'allow') return [];
  const isSaid =
    causes.some(({ layer, fix }) => layer === one.step && fix !== null && fix.documents.length > 0) ||
    one.ways.some(({ statements }) => statements.some((statement) => Array.isArray(statement['Action'])));
  if (isSaid || (one.id === 'identity' && PULLS.test(one.request.action))) return [];
  const others = [...task.actions, ...(task.beside ?? [])].filter((action) => action !== one.request.action);
  const login = task.onAll.length === 0 ? '' : `, and ${task.onAll.join(', ')} on * in an identity policy`;
  const isAcross =
    one.id === 'resource' && request.resourceAccount !== null && request.principal?.account !== request.resourceAccount;
  return [
    `${upperFirst(task.task)} also needs ${others.join(', ')} on it${login}.`,
    ...(isAcross
      ? ['An identity policy of the caller must allow all of it as well: both are needed across accounts.']
      : []),
  ];
}

/** Their note has more: see requirement-notes.ts. */
const PULLS = /^ecr:(?:BatchGetImage|GetDownloadUrlForLayer)$/i;

/** https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html#API_DetectLabels_Errors */
const UNREAD_OBJECT =
  'The service reads the object with the permissions of its caller, and says the same where the key is not spelled like that, or where the bucket is in another region than the call: aws s3api head-object --bucket BUCKET_NAME --key OBJECT_NAME and aws s3api get-bucket-location --bucket BUCKET_NAME show both.';

/** `db:*`, `cluster/*`: AWS puts a `*` where the call names none. What EC2 creates has no name yet. */
function isForAll({ action, resource }: Diagnosis['request']): boolean {
  const isNew = /^ec2:(?:Run|Create|Request)/i.test(action ?? '');
  return !isNew && resource !== null && /^arn:aws[a-z-]*:(?!s3:|logs:)[^*]*[:/]\*$/.test(resource);
}

function forAllWords({ action, resource }: Diagnosis['request']): string {
  return `${action ?? 'The call'} names none of them, so it is checked on ${resource?.split(':').slice(5).join(':') ?? '*'}: a statement that allows it on certain names does not cover that.`;
}

/** The page of each: .../SQSDeveloperGuide/sqs-key-management.html and https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function keyNote(what: string, service: string, needs: string): string {
  return `The key is the one of the ${what} (KmsMasterKeyId). ${needs} The policy of the AWS managed key alias/aws/${service} cannot be changed, so callers of another account cannot use it.`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
const FOR_ALL =
  'The request was not signed, so that only Principal "*" lets it in, and then everyone else too: unless that is meant, sign the request (SigV4), and name its caller here instead.';

const INVOKES_MODEL = /^bedrock:InvokeModel/i;

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html */
const MODEL_ACCESS =
  'Bedrock answers the same where no policy is the reason: the account has no access to the model in that region, or the model id is wrong (aws bedrock get-foundation-model-availability --model-id MODEL_ID shows both).';

function namesProfile({ request, ways }: Extract<Requirement, { need: 'allow' }>): boolean {
  return (
    INVOKES_MODEL.test(request.action) &&
    /:(?:application-)?inference-profile\/|:foundation-model\/[A-Z_]+"/.test(
      JSON.stringify(ways.map(({ statements }) => statements)),
    )
  );
}
