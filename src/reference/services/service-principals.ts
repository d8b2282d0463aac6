import { partition } from '../partitions.ts';
import { isKnownServicePrincipal } from './known-service-principals.ts';
import { type PrincipalCandidate, principalsByName } from './service-names.ts';

const SUFFIX = '.amazonaws.com';

/**
 * The service principals that a text can mean, the likeliest first: a host, an IAM prefix (`states`) or a name in prose
 * ("AWS Step Functions", "ECS"). Several where a service acts as several principals; none where we cannot tell.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function servicePrincipalsFor(text: string): readonly string[] {
  return principalCandidates(text).map(({ host }) => host);
}

/**
 * The same with what each is for. `message` narrows it down where the words of the error do
 * ("the role that was provided for this task").
 */
export function principalCandidates(text: string, message = ''): readonly PrincipalCandidate[] {
  if (isServiceHost(text)) return [{ host: text, purpose: null }];
  const named = principalsByName(text);
  if (named.length > 0) return narrow(named, message);
  const host = `${text.toLowerCase()}${SUFFIX}`;
  return isKnownServicePrincipal(host) ? [{ host, purpose: null }] : [];
}

/** ECS says which of its roles it means; the role of a pod is "the associated role". https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html */
function narrow(candidates: readonly PrincipalCandidate[], message: string): readonly PrincipalCandidate[] {
  const pods = candidates.filter(({ host }) => host === `pods.eks${SUFFIX}`);
  if (pods.length > 0 && /podidentity|pod identity|the associated role/i.test(message)) return pods;
  const [first] = candidates;
  if (first?.host !== `ecs-tasks${SUFFIX}`) return candidates;
  const words = message.slice(0, 2000).toLowerCase();
  if (/infrastructure role|load balancer/.test(words)) return candidates.filter(({ host }) => host === `ecs${SUFFIX}`);
  return /provided for this task|execution role|task role/.test(words) ? [first] : candidates;
}

/** Does the text look like the host of a service principal? That says nothing about whether such a service exists. */
export function isServiceHost(text: string): boolean {
  return text.length <= 128 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.test(text);
}

/**
 * The forms that a service principal has in a partition, the usual one first. In China, EC2 and a few others are documented
 * with `.cn`; both forms occur.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBatchServiceRole.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonDynamoDBFullAccess.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEMRServicePolicy_v2.html
 */
export function servicePrincipalForms(host: string, partitionId: string): readonly string[] {
  const suffix = partition(partitionId)?.dnsSuffix;
  if (suffix === undefined || !host.endsWith(SUFFIX) || `.${suffix}` === SUFFIX) return [host];
  const local = `${host.slice(0, -SUFFIX.length)}.${suffix}`;
  if (partitionId !== 'aws-cn') return [host, local];
  return WITH_CN.has(host) ? [local, host] : [host];
}

const WITH_CN: ReadonlySet<string> = new Set(
  ['ec2', 'application-autoscaling', 'elasticmapreduce'].map((name) => `${name}${SUFFIX}`),
);
