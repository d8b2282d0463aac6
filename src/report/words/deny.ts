import { servicePrefix } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { GuardId } from '../../model/usual-guard.ts';
import { type RequirementLine, value, words } from './requirements/requirement-line.ts';
import { isPolicyArn } from './requirements/requirement-title.ts';

/** What meets each of the conditions that a Deny usually has, or that nothing does but an exemption. */
const MET_BY: Readonly<Record<GuardId, string>> = {
  's3-encryption': 'send the encryption it names (AWS CLI: --sse aws:kms and --sse-kms-key-id, or --sse AES256)',
  's3-acl': 'send the ACL it names (--acl bucket-owner-full-control), or none',
  'instance-type': 'launch an instance type that it allows',
  'instance-metadata': 'launch with IMDSv2 only (--metadata-options HttpTokens=required)',
  'volume-encryption': 'encrypt the volume (Encrypted=true in its block device)',
  'public-address': 'launch without a public IP address',
  'image-owner': 'use an AMI of an owner that it allows',
  'storage-encryption': 'create it encrypted',
  'function-vpc': 'give the function the VPC that it names',
  'function-url': 'use the auth type AWS_IAM',
  'encryption-context':
    'send the encryption context that it names, with exactly its keys and values (AWS CLI: --encryption-context KEY=VALUE)',
  'key-through-service': 'use the key through the service that it names, not directly',
  'grant-for-service': 'only AWS services may do it: leave it to the service',
  'public-secret-policy': 'call with --block-public-policy',
  'permissions-boundary': 'name the permissions boundary that it asks for (--permissions-boundary ARN)',
  'passed-to-service': 'pass the role to a service that it allows',
  'request-tags': 'send the tags it asks for in the same call',
  'resource-tags': 'use a resource with the tags it asks for',
  transport: 'call over https, with the TLS version it asks for',
  network: 'call from the VPC endpoint, VPC or address that it names',
  'network-of-service': 'the Deny must leave out AWS services (aws:PrincipalIsAWSService)',
  'token-subject': 'only tokens of the repositories or organization that it names',
  'resource-organization': 'use a resource of the organization or account that it names',
  principal: 'call as one of the roles that it leaves out',
  organization: 'only callers of the organization or account that it names',
  'organization-of-guests': 'a caller without credentials has none of them: the Deny must leave these calls out',
  region: 'call a Region that it allows',
  'revoked-sessions': 'sessions from before that time are revoked: get new credentials',
  mfa: 'use a session with MFA (aws sts get-session-token, or mfa_serial in the profile)',
};

/** What a Deny usually asks of the request, what meets it, and the exemption that is left where nothing does. */
export function denyLines(one: Requirement): readonly RequirementLine[] {
  if (one.need !== 'no-deny' || (one.guards.length === 0 && one.exemption === null)) return [];
  const { action } = one.request;
  const region = parseArn(one.request.resource ?? '')?.region ?? '';
  const usual = isAwsManaged(one.target.arn) ? [] : one.guards;
  const guards = usual.map(({ id, keys }) =>
    value(`${keys.join(', ')}: ${MET_BY[id]}${id === 'region' && region !== '' ? ` (called: ${region})` : ''}`),
  );
  return [
    ...(guards.length === 0
      ? []
      : [words(`${readCondition(one)}: the request may be able to meet it. Usual for ${action}:`), ...guards]),
    ...exemptionLines(one),
    ...(one.step === 'scp' && !isPolicyArn(one.target.arn)
      ? [
          words(
            `AWS says “explicit deny” of service control policies also where none allows it: if no statement denies ${action}, look for the level (root, OU, account) whose policies do not allow it.`,
          ),
        ]
      : []),
    ...rootLines(one),
  ];
}

/** Where AWS names no layer, the Deny may as well be in a policy that only limits. */
function readCondition({ likely, step }: Requirement): string {
  if (likely !== null) return 'Read its Condition';
  return step === 'identity'
    ? 'If one does, there or in a boundary or service control policy, read its Condition'
    : 'If one does, read its Condition';
}

function exemptionLines(one: Extract<Requirement, { need: 'no-deny' }>): readonly RequirementLine[] {
  const { exemption, request, step } = one;
  if (exemption === null || isAwsManaged(one.target.arn)) return [];
  const { action } = request;
  const ownPolicy =
    step === 'identity' || step === 'boundary'
      ? `take ${action} out of the statement if only this caller has the policy; else `
      : '';
  return [
    words(
      `Last resort, if its owner agrees: ${ownPolicy}add this to the Condition of the statement (of a copy of it for ${action} alone, if it denies more):`,
    ),
    { kind: 'statement', statement: exemption },
  ];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html */
function rootLines({ step, request }: Requirement): readonly RequirementLine[] {
  const isOwnPolicy = step === 'resource' && /^s3:(?:Get|Put|Delete)BucketPolicy$/i.test(request.action);
  return servicePrefix(request.action) === 's3' && isOwnPolicy
    ? [words('If it locks everybody out: the root user of the bucket’s account can still delete the bucket policy.')]
    : [];
}
