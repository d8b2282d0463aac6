import { takesUnsigned } from '../../model/actions.ts';
import { actionFacts } from '../service-facts.ts';
import { type GuardedRequest, type GuardRow, OF_CALLER, OF_EITHER, OF_RESOURCE } from './guard-row.ts';

const ORGANIZATION = ['aws:PrincipalOrgID', 'aws:PrincipalAccount'];

/** Services with one endpoint for all regions, which guards of the region leave out. */
const GLOBAL = /^(?:iam|organizations|route53|cloudfront|support|account|budgets|ce|waf|globalaccelerator):/i;

const isService = ({ callerType }: GuardedRequest) => callerType === 'service';
const isGuest = ({ action, callerType }: GuardedRequest) => callerType === 'anonymous' && takesUnsigned(action);
const mayBeOutside = ({ layer, accounts }: GuardedRequest) => layer === 'endpoint' || accounts !== 'same';
const has =
  (key: string) =>
  ({ action }: GuardedRequest) =>
    actionFacts(action)?.conditionKeys.includes(key) === true;

/**
 * What guards usually ask whatever the action does: tags, the region, the network, the organization. Reviewed against AWS's examples:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export const GUARDS_OF_ANY_ACTION: readonly GuardRow[] = [
  {
    id: 'request-tags',
    keys: ['aws:RequestTag/tag-key'],
    layers: OF_CALLER,
    actions: /^[\w-]+:(?:Create|Run|Allocate|Import|Register|Copy|Restore|Request|Tag|AddTags)/i,
    when: has(`aws:RequestTag/${'$'}{TagKey}`),
  },
  {
    id: 'resource-tags',
    keys: ['aws:ResourceTag/tag-key'],
    layers: OF_CALLER,
    actions: /^(?![\w-]+:(?:Create|Run|Import|Register))/i,
    when: has(`aws:ResourceTag/${'$'}{TagKey}`),
  },
  {
    id: 'region',
    keys: ['aws:RequestedRegion'],
    layers: OF_CALLER,
    when: ({ action }) => !GLOBAL.test(action),
  },
  {
    id: 'transport',
    keys: ['aws:SecureTransport'],
    layers: OF_RESOURCE,
    actions: /^(?!s3:|sts:)/i,
    when: (request) => !isService(request),
  },
  {
    id: 'transport',
    keys: ['aws:SecureTransport', 's3:TlsVersion'],
    layers: OF_RESOURCE,
    actions: /^s3:/i,
    when: (request) => !isService(request),
  },
  {
    id: 'token-subject',
    keys: ['token.actions.githubusercontent.com:sub'],
    layers: ['rcp', 'trust'],
    actions: /^sts:AssumeRoleWithWebIdentity$/i,
  },
  { id: 'principal', keys: ['aws:PrincipalArn'], layers: ['scp', 'resource'], when: (request) => !isService(request) },
  {
    id: 'network',
    keys: ['aws:SourceVpce', 'aws:SourceVpc', 'aws:SourceIp'],
    layers: [...OF_EITHER, 'trust'],
    when: (request) => !isService(request),
  },
  {
    id: 'network-of-service',
    keys: ['aws:SourceVpce', 'aws:SourceVpc', 'aws:SourceIp'],
    layers: OF_RESOURCE,
    when: isService,
  },
  {
    id: 'resource-organization',
    keys: ['aws:ResourceOrgID', 'aws:ResourceAccount'],
    layers: [...OF_CALLER, 'endpoint'],
    actions: /^(?:s3|sqs|sns|kms|secretsmanager|dynamodb|ecr|lambda|logs|events|kinesis):(?!Create)|^sts:AssumeRole$/i,
    when: mayBeOutside,
  },
  {
    id: 'organization',
    keys: ORGANIZATION,
    layers: [...OF_RESOURCE, 'trust', 'endpoint'],
    when: (request) => !isService(request) && !isGuest(request) && mayBeOutside(request),
  },
  { id: 'organization-of-guests', keys: ORGANIZATION, layers: OF_RESOURCE, when: isGuest },
  {
    id: 'revoked-sessions',
    keys: ['aws:TokenIssueTime'],
    layers: ['identity'],
    when: ({ callerType }) => callerType === 'session',
  },
  {
    id: 'mfa',
    keys: ['aws:MultiFactorAuthPresent'],
    layers: ['identity', 'scp', 'resource', 'trust'],
    when: ({ callerType }) => callerType === null || callerType === 'user',
  },
];
