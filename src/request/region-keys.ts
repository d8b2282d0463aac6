import { servicePrefix } from '../model/actions.ts';
import type { Question } from '../model/question.ts';
import { isRegion } from '../reference/partitions.ts';
import { partitionOfTexts } from './passed-to-service.ts';
import { type ContextKeys, singleValue } from './request-context.ts';

/** "All requests to these services are made to the us-east-1 Region." */
const IN_US_EAST_1: ReadonlySet<string> = new Set(['cloudfront', 'iam', 'route53', 'support']);

/** Other services ask for these in the name of the caller, from wherever they are. */
const ASKED_BY_OTHERS: ReadonlySet<string> = new Set(['iam:passrole', 'iam:createservicelinkedrole']);

/**
 * The region whose endpoint was called, as far as the text or the service tells. The region in the ARN of a resource does not:
 * copies are asked for in another region than that of what is copied.
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
