import type { Principal } from '../../src/model/principal.ts';

/** Something that can be asked for; `<owner>` is the account of the resource. */
interface RandomRequest {
  readonly action: string;
  readonly resource: string;
  /** Where the caller decides which action it is. */
  readonly actionOf?: (caller: Principal) => string;
}

const ROLE = 'arn:aws:iam::<owner>:role/target';

/** Identity providers call an action of their own. */
function assume({ type, name }: Principal): string {
  if (type !== 'federated') return 'sts:AssumeRole';
  return name.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
}

/** Requests that are decided by different rules, the main ones more often. */
export const REQUESTS: readonly [RandomRequest, ...RandomRequest[]] = [
  { action: 'sts:AssumeRole', resource: ROLE, actionOf: assume },
  { action: 'iam:PassRole', resource: ROLE },
  { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:<owner>:orders' },
  { action: 'sts:AssumeRole', resource: ROLE, actionOf: assume },
  { action: 's3:GetObject', resource: 'arn:aws:s3:::data/red/report.csv' },
  { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:<owner>:key/0123abcd' },
  { action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:eu-west-1:<owner>:table/orders' },
  { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:eu-west-1:<owner>:instance/*' },
  { action: 's3:ListAllMyBuckets', resource: '*' },
  { action: 'sts:TagSession', resource: ROLE },
  { action: 'sts:SetSourceIdentity', resource: ROLE },
  { action: 'quantum:Leap', resource: 'arn:aws:quantum:eu-west-1:<owner>:leap/1' },
];
