import { statedPartition } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Question } from '../model/question.ts';
import { partitionOf } from '../reference/partitions.ts';

/**
 * The id of the partition that a request is made in: that of the first ARN among the caller, the resource and the role of the environment,
 * masked ones included; else that of the region; `aws` where nothing says another.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function partitionOfRequest(
  { denial, principal, resource, region }: Question,
  { facts, environment: { variables } }: DenialCase,
): string {
  const callers = [facts.principal?.arn, principal?.arn, denial?.caller];
  const stated = statedPartition(...callers, resource, denial?.resource, variables['AWS_ROLE_ARN']);
  const called = region ?? variables['AWS_REGION'] ?? variables['AWS_DEFAULT_REGION'] ?? '';
  return stated ?? partitionOf(called)?.id ?? 'aws';
}
