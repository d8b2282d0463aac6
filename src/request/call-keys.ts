import { isPassRole, servicePrefix } from '../model/actions.ts';
import { parseArn, partitionOfTexts } from '../model/arn.ts';
import type { Facts } from '../model/facts.ts';
import { notGiven } from '../model/gap.ts';
import type { Question, UserOptions } from '../model/question.ts';
import type { ContextValue } from '../model/request.ts';
import { serviceOfCall } from '../parse/operations/operation-services.ts';
import { supportOf } from '../reference/keys/condition-keys.ts';
import { isRegion } from '../reference/partitions.ts';
import {
  type PassedToService,
  passedToService,
  servicesByOperationName,
} from '../reference/services/passed-to-service.ts';
import { organizationKey, organizationPath, unknown } from './principal-keys.ts';
import { type ContextKeys, MISSING, singleValue } from './request-context.ts';

/**
 * The condition keys that describe the resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties
 */
export function resourceKeys(question: Question, facts: Facts): ContextKeys {
  if (facts.resourceAccount === null) return {};
  return {
    'aws:ResourceAccount': singleValue(facts.resourceAccount),
    'aws:ResourceOrgID': organizationKey(facts.resourceOrganization, (place) => singleValue(place.organizationId)),
    'aws:ResourceOrgPaths': organizationKey(facts.resourceOrganization, organizationPath),
    ...roleTagKeys(question, facts),
  };
}

/**
 * Accounts under the names that services have for them: that of the caller for KMS, that of the bucket's owner for S3.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
export function serviceAccountKeys({ action }: Question, { principal, resourceAccount }: Facts): ContextKeys {
  const accounts = { 'kms:CallerAccount': principal?.account ?? null, 's3:ResourceAccount': resourceAccount };
  return Object.fromEntries(
    Object.entries(accounts).flatMap(([key, account]) =>
      action !== null && account !== null && supportOf(key, action) === 'listed' ? [[key, singleValue(account)]] : [],
    ),
  );
}

/**
 * iam:AWSServiceName, which the path of a service-linked role repeats.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_AWSServiceName
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export function serviceLinkedKeys({ action, resource }: Question): ContextKeys {
  const path = resource === null ? undefined : parseArn(resource)?.resource;
  const [, service] = /^role\/aws-service-role\/([a-z0-9.-]+)\//.exec(path ?? '') ?? [];
  if (action === null || service === undefined || supportOf('iam:AWSServiceName', action) !== 'listed') return {};
  return { 'iam:AWSServiceName': singleValue(service) };
}

/** Tags of the role that is assumed. AWS does not send them with iam:PassRole. */
function roleTagKeys(question: Question, facts: Facts): ContextKeys {
  const entity = facts.role?.entity;
  if (entity?.status !== 'known') return {};
  if (isPassRole(question.action)) return {};
  const tags = Object.entries(entity.value.tags);
  return Object.fromEntries(
    tags.flatMap(([key, tag]) => [
      [`aws:ResourceTag/${key}`, singleValue(tag)],
      [`iam:ResourceTag/${key}`, singleValue(tag)],
    ]),
  );
}

/** True for the key of a resource tag that the role, whose tags are known, may not have: those that it has were given by `resourceKeys`. */
export function roleLacksTag(key: string, question: Question, facts: Facts): boolean {
  const id = key.toLowerCase();
  const isTag = id.startsWith('aws:resourcetag/') || id.startsWith('iam:resourcetag/');
  return isTag && !isPassRole(question.action) && facts.role?.entity.status === 'known';
}

/** "All requests to these services are made to the us-east-1 Region." */
const IN_US_EAST_1: ReadonlySet<string> = new Set(['cloudfront', 'iam', 'route53', 'support']);

/** Other services call these on behalf of the caller, from any region. */
const ASKED_BY_OTHERS: ReadonlySet<string> = new Set(['iam:passrole', 'iam:createservicelinkedrole']);

/**
 * Services whose actions on a resource go to the endpoint of the region in its ARN. Not in here: services that copy or replicate between
 * regions (RDS, S3, DynamoDB, KMS, Secrets Manager, Backup, ECR), and those that publish to another region (EventBridge, CodePipeline).
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
const IN_THE_REGION_OF_THE_ARN: ReadonlySet<string> = new Set([
  ...['athena', 'codebuild', 'ecs', 'eks', 'firehose', 'kinesis', 'lambda', 'logs', 'sns', 'sqs', 'states'],
]);

/**
 * Calls of EC2 that name a resource of another region: what is copied from there, and the other side of a peering. All others go to the region of
 * their resources.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html
 * https://docs.aws.amazon.com/vpc/latest/peering/create-vpc-peering-connection.html
 */
const ACROSS_REGIONS = /^ec2:(?:copy|\w*peering)/i;

function goesToRegionOfArn(action: string): boolean {
  const service = servicePrefix(action);
  return IN_THE_REGION_OF_THE_ARN.has(service) || (service === 'ec2' && !ACROSS_REGIONS.test(action));
}

/**
 * aws:RequestedRegion, where the ARN of the resource shows it. Elsewhere it does not: a copy is requested in another region than that of
 * the original. Another service that calls on its own may be in any region.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 */
export function arnRegionKeys({ action, resource, principal }: Question): ContextKeys {
  const region = resource === null ? undefined : parseArn(resource)?.region;
  const isCertain = goesToRegionOfArn(action ?? '') && principal?.type !== 'service';
  if (!isCertain || region === undefined || !isRegion(partitionOfTexts(resource), region)) return {};
  return { 'aws:RequestedRegion': singleValue(region) };
}

/**
 * aws:RequestedRegion, where the text names the region or the service has one region only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html
 */
export function regionKeys({ action, resource, principal, denial }: Question): ContextKeys {
  const partition = partitionOfTexts(principal?.arn, resource);
  const stated = denial?.region ?? null;
  if (stated !== null && isRegion(partition, stated)) return { 'aws:RequestedRegion': singleValue(stated) };
  const id = action?.toLowerCase() ?? '';
  const isGlobal = IN_US_EAST_1.has(servicePrefix(id)) && !ASKED_BY_OTHERS.has(id);
  return partition === 'aws' && isGlobal ? { 'aws:RequestedRegion': singleValue('us-east-1') } : {};
}

/**
 * Keys that are in a request only where it came through a VPC endpoint.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
export const OF_ENDPOINTS: readonly string[] = [
  ...['aws:SourceVpce', 'aws:SourceVpc', 'aws:SourceVpcArn', 'aws:VpcSourceIp'],
  ...['aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths'],
];

/**
 * A request that is known to have come through a VPC endpoint has no aws:SourceIp.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
export function addressKeys({ context }: UserOptions): ContextKeys {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  return OF_ENDPOINTS.some((key) => given.has(key.toLowerCase())) ? { 'aws:SourceIp': MISSING } : {};
}

/** Addresses inside a VPC or an office. https://datatracker.ietf.org/doc/html/rfc1918 */
const PRIVATE =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cde][0-9a-f]{2}:)/i;

/**
 * The address of the caller, where a CloudTrail record says it: aws:SourceIp, or aws:VpcSourceIp for a call through a VPC endpoint. A private
 * address without an endpoint says neither: the record was cut. What a service does later with a role comes from somewhere else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
export function originKeys({ principal, denial }: Question): ContextKeys {
  const origin = denial?.calledFrom;
  if (origin === undefined || principal?.type === 'service') return {};
  const { address, vpcEndpoint } = origin;
  if (vpcEndpoint !== null)
    return {
      'aws:VpcSourceIp': singleValue(address),
      'aws:SourceVpce': singleValue(vpcEndpoint),
      'aws:SourceIp': MISSING,
    };
  return PRIVATE.test(address) ? {} : { 'aws:SourceIp': singleValue(address) };
}

/**
 * The condition keys of iam:PassRole; none for another action. Which service gets the role follows from the denied call, where AWS's pages
 * say so. Nothing shows which resource the service will use it for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function passRoleKeys(question: Question): ContextKeys {
  if (!isPassRole(question.action)) return {};
  const gap = notGiven({
    what: 'the resource that the role is passed for (iam:AssociatedResourceArn)',
    toPass: { key: 'iam:AssociatedResourceArn' },
  });
  return { 'iam:PassedToService': serviceKey(question), 'iam:AssociatedResourceArn': unknown(gap) };
}

function serviceKey(question: Question): ContextValue {
  if (question.service !== null) return singleValue(question.service);
  const found = serviceOf(question);
  switch (found.status) {
    case 'known':
      return singleValue(found.host);
    case 'not-sent':
      return MISSING;
    case 'candidates':
      return unknownService(found.hosts);
    case 'unknown':
      return unknownService([]);
  }
}

/** The text says `CreateFunction`: whose operation that is is known where only one service has one of that name. */
function serviceOf({ denial, resource }: Pick<Question, 'denial' | 'resource'>): PassedToService {
  const operation = denial?.operation ?? null;
  if (denial === null || operation === null || operation.toLowerCase() === 'passrole') return { status: 'unknown' };
  const partition = partitionOfTexts(resource);
  const service = serviceOfCall(denial);
  if (service !== undefined) return passedToService(`${service}:${operation}`, undefined, partition);
  return { status: 'candidates', hosts: servicesByOperationName(operation, partition), maybeNotSent: true };
}

/**
 * The service that likely gets the role, where AWS's pages do not say so for certain: the only one that an operation of that name passes a
 * role to. Undefined where the request says it, and where there are several.
 */
export function likelyService(
  question: Pick<Question, 'action' | 'service' | 'denial' | 'resource'>,
): string | undefined {
  if (!isPassRole(question.action) || question.service !== null) return undefined;
  const found = serviceOf(question);
  const [host, ...others] = found.status === 'candidates' ? found.hosts : [];
  return others.length === 0 ? host : undefined;
}

function unknownService(hosts: readonly string[]): ContextValue {
  const which = hosts.length === 0 ? '' : `, perhaps ${hosts.join(' or ')}`;
  return unknown(notGiven({ what: `the service that gets the role (iam:PassedToService${which})`, toPass: 'service' }));
}
