import { parseArn } from '../../../model/arn.ts';
import { FUNCTION_ROLE, isAwsManaged } from '../../../model/aws-names.ts';
import type { Diagnosis } from '../../../model/diagnosis.ts';
import type { Requirement } from '../../../model/requirement.ts';
import { meantAction } from '../../../reference/actions/meant-action.ts';
import { managedWords, sessionWords } from '../policy-origin.ts';
import { hasSeveralResources, insteadWords } from '../several-resources.ts';
import { ownRoleWords, passesItself, passRoleWords } from './pass-role-notes.ts';
import { type RequirementLine, words } from './requirement-line.ts';
import { serviceNotes } from './service-notes.ts';
import { issuerLines, tokenWords } from './token-notes.ts';

/** A word of advice that goes with a requirement, and when it does. */
interface Note {
  readonly when: (requirement: Requirement, diagnosis: Diagnosis) => boolean;
  readonly words: (requirement: Requirement, diagnosis: Diagnosis) => string | readonly string[];
}

const is =
  (id: string, ...more: readonly string[]) =>
  (requirement: Requirement) =>
    [id, ...more].includes(requirement.id);
const isAction =
  (pattern: RegExp) =>
  ({ request }: Requirement) =>
    pattern.test(request.action);

const isFirstGrant = ({ id, need }: Requirement) => id === 'identity' && need === 'allow';

/** What cannot be said by a statement or a command, in the order in which it is printed. */
const NOTES: readonly Note[] = [
  { when: () => true, words: serviceNotes },
  {
    when: (one, { conclusion }) => one.usual.includes('trust.self') && conclusion === 'explained',
    words: () => 'Needed only if the role really must assume itself.',
  },
  {
    when: (one) => one.usual.includes('trust.self'),
    words: () =>
      'If AWS_SESSION_TOKEN is set from an earlier assume-role, the session calls itself: leave this call out, or unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
  },
  {
    when: (one, { denial }) =>
      one.id === one.step && denial?.action != null && meantAction(denial.action) === one.request.action,
    words: (one, { denial }) =>
      `AWS’s list of actions has no ${denial?.action ?? ''}: ${one.request.action} is meant, and it is what a policy must name.`,
  },
  {
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
    when: is('secret.identity'),
    words: () => 'The parameter is a reference to this secret, which is read with the permissions of the caller.',
  },
  {
    when: is('queue.identity'),
    words: () => 'SQS does not name the call: the stack trace or the program shows which of these it was.',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
    when: is('bucket.identity'),
    words: () => [
      'S3 does not name the call: the stack trace or the program shows which of these it was.',
      'Without s3:ListBucket, S3 answers the same for an object that does not exist. A bucket that encrypts with a KMS key needs kms:Decrypt on it to read, and kms:GenerateDataKey to write. An ACL that is sent needs s3:PutObjectAcl, and Block Public Access may refuse it.',
    ],
  },
  {
    when: (one) => one.id === 'identity' && one.need === 'allow',
    words: ({ request }) => `A Condition there must use keys that ${request.action} has, and the request must meet it.`,
  },
  {
    when: (one) => one.id === 'pass-role.identity',
    words: (_, { requirements }) => {
      const own = requirements.find(({ id }) => id === 'identity')?.request.action;
      return own === undefined
        ? []
        : `Keep it apart from the statement for ${own}, which has no iam:PassedToService: that Condition never holds for it.`;
    },
  },
  {
    when: (one) => one.id === 'trust' && isAction(/^sts:AssumeRole$/)(one) && one.usual.includes('trust.mfa'),
    words: () => 'A Condition there (MFA, sts:ExternalId, session name, source IP) must be met by the call.',
  },
  {
    when: (one) => one.id === 'trust' && one.usual.includes('trust.confused-deputy'),
    words: () => 'A Condition there on aws:SourceAccount or aws:SourceArn must match the resource that uses the role.',
  },
  {
    when: (one) => one.id === 'trust' && isAction(/^sts:TagSession$/i)(one),
    words: () =>
      'A call without session tags does not need it: aws-actions/configure-aws-credentials has role-skip-session-tagging: true.',
  },
  {
    when: (one) => one.id === 'trust' && isAction(/^sts:SetSourceIdentity$/i)(one),
    words: () => 'A call without a source identity does not need it.',
  },
  {
    when: (one, { requirements }) =>
      one.id === 'trust' && requirements.some(({ id, status }) => id === 'role' && status === 'open'),
    words: () =>
      'NoSuchEntity there: the role does not exist under that name (STS returns AccessDenied in that case too).',
  },
  {
    when: is('pass-role.trust'),
    words: () => 'The service needs this to assume the role; iam:PassRole itself does not check it.',
  },
  { when: is('token.sub'), words: (one) => tokenWords(one) },
  {
    when: is('token.role'),
    words: () =>
      'The assertion is the SAMLResponse that the browser posts to AWS (base64); CloudTrail records the attempt as AssumeRoleWithSAML.',
  },
  {
    when: (one) => one.usual.includes('identity.wildcard-only') && one.need === 'allow',
    words: () => 'This action has no resource-level permissions: an ARN in Resource never matches, only "*" does.',
  },
  {
    when: (one) => one.step === 'identity' && one.need === 'allow' && one.ways.some(hasSeveralResources),
    words: ({ request }) => [
      `${request.action} is checked on each of these resources: if one is missing, it stays denied.`,
      ...insteadWords(request.action),
    ],
  },
  {
    when: (one) => one.step === 'identity' && one.request.action === 's3:ListBucket' && one.id !== 'identity',
    words: () =>
      'With it, S3 answers 404 (NoSuchKey) where the object does not exist yet, and 403 only where it is denied.',
  },
  {
    when: (one) =>
      one.step === 'identity' &&
      one.need === 'allow' &&
      /^arn:aws[a-z-]*:s3:::[^/]+\/./.test(one.request.resource ?? ''),
    words: () =>
      'The ARN of the bucket alone does not cover its objects; the one of the bucket with /* behind it covers all of them.',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html (Permissions)
    when: (one, { denial }) => isFirstGrant(one) && isAction(/^s3:PutObject$/)(one) && denial?.reason == null,
    words: () =>
      'If these allow it: an ACL that is sent needs s3:PutObjectAcl too (and Block Public Access may refuse it); a bucket that encrypts with a KMS key needs kms:GenerateDataKey on the key, and kms:Decrypt for uploads in parts.',
  },
  {
    when: (one) => one.step === 'identity' && isAction(/^secretsmanager:/)(one),
    words: () =>
      'AWS adds a hyphen and six random characters to the name of a secret: in a policy, -?????? stands for that suffix.',
  },
  {
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html (SecretId)
    when: (one, { denial }) =>
      one.step === 'identity' &&
      isAction(/^secretsmanager:/)(one) &&
      denial?.resource != null &&
      !denial.resource.startsWith('arn:'),
    words: () =>
      'The call names the secret without its ARN: AWS looks for it in the account and region of the caller, and answers the same where there is none. A secret of a different account must be named by its whole ARN.',
  },
  {
    // https://docs.aws.amazon.com/iot/latest/developerguide/cog-iot-policies.html
    when: is('iot.policy'),
    words: () => 'aws iot attach-policy --policy-name POLICY_NAME --target TARGET attaches one.',
  },
  {
    when: (one) =>
      one.step === 'identity' && isAction(/^(?!sts:).*:(?:AddTags|CreateTags|Tag[A-Z]\w*|AddTagsTo\w+)$/)(one),
    words: ({ request }) =>
      `If a statement allows it already, look at its conditions: tagging is often allowed only while something is created (${request.action.split(':')[0]}:CreateAction), or for certain tags (aws:RequestTag, aws:ResourceTag).`,
  },
  {
    when: (one) => one.step === 'identity' && isAction(/^iam:PassRole$/)(one),
    words: (one, diagnosis) => passRoleWords(one, diagnosis),
  },
  {
    // https://karpenter.sh/docs/concepts/nodeclasses/#specrole
    when: (one) => isFirstGrant(one) && isAction(/^iam:PassRole$/)(one) && passesItself(one),
    words: (_, diagnosis) => ownRoleWords(diagnosis),
  },
  {
    when: (one) => one.who === 'identity-center-admin' && one.step === 'identity',
    words: () =>
      'The role is made from a permission set: it is changed in IAM Identity Center, and assigned anew to the account; changes of the role itself are undone.',
  },
  {
    when: (one) => one.id === 'boundary' && one.need === 'allow' && one.likely !== null && one.target.arn === null,
    words: () =>
      'A boundary that AWS manages (PowerUserAccess, for example) cannot be edited: set a customer managed policy with its statements and this one.',
  },
  {
    when: ({ target }) => isAwsManaged(target.arn),
    words: (one) => managedWords(one),
  },
  {
    when: (one) => one.id === 'session' && one.likely !== null && one.who === 'you',
    words: (_, { request }) => sessionWords(request.principal?.type ?? null),
  },
  {
    when: (one) => one.id === 'scp' && one.likely !== null,
    words: ({ need }, diagnosis) => scpWords(diagnosis).slice(need === 'no-deny' ? 1 : 0),
  },
  {
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html
    when: (one) => one.step === 'identity' && isAction(/^ecr:BatchGetImage$/)(one),
    words: (_, { denial }) => [
      ...(denial?.action == null
        ? ['No repository policy gives ecr:GetAuthorizationToken: it must be in an identity policy in any case.']
        : [
            'A pull needs ecr:GetDownloadUrlForLayer on the same repository as well, and ecr:GetAuthorizationToken on "*".',
          ]),
      'In a cluster the node’s role or the execution role of the task pulls, in Lambda the service itself, not the code in the container. A controller that pulls itself (Flux, Argo CD) does so with the role of its service account, else with the node’s.',
    ],
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
    when: (one, { denial }) =>
      one.step === 'identity' && denial?.callerName === FUNCTION_ROLE && isAction(/^ec2:\w+NetworkInterfaces?$/)(one),
    words: () =>
      'The AWS managed policy AWSLambdaVPCAccessExecutionRole has what a function in a VPC needs: ec2:CreateNetworkInterface, ec2:DescribeNetworkInterfaces, ec2:DescribeSubnets and ec2:DeleteNetworkInterface.',
  },
  {
    when: (one) => one.id === 'request.role-arn',
    words: () =>
      'Look where the ARN is put together: a variable or setting for the account (RoleArn) is empty or not set.',
  },
];

/** The notes of a requirement. */
export function requirementNotes(requirement: Requirement, diagnosis: Diagnosis): readonly RequirementLine[] {
  const notes = NOTES.filter(({ when }) => when(requirement, diagnosis)).flatMap((note) =>
    note.words(requirement, diagnosis),
  );
  return [...issuerLines(requirement), ...notes.map(words)];
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html */
function scpWords({ request }: Diagnosis): readonly string[] {
  const arn = parseArn(request.resource ?? '');
  const region = arn?.region ?? '';
  return [
    `Most denials by service control policies are about the region (aws:RequestedRegion)${region === '' ? '' : `: here it is ${region}`}.`,
    ...(arn?.service === 'bedrock'
      ? [
          'A cross-region inference profile sends a request to any of its regions: all of them must be allowed.',
          // https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
          ...(region === ''
            ? [
                'The model has no region here: the call came through a global profile, for which aws:RequestedRegion is "unspecified". A profile of one area (us., eu., apac.) or a model of one region may be allowed where that is not.',
              ]
            : []),
        ]
      : []),
  ];
}
