import { parseArn } from '../model/arn.ts';
import type { AccessRequest } from '../model/request.ts';
import { partitionOf } from '../reference/partitions.ts';

/**
 * True where the caller tries to assume a role in a partition other than its own: "direct role assumption with the AssumeRole API doesn't
 * work across partition boundaries". A caller without an ARN (a service, a web identity) is in no partition; a masked ARN does not show which.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_cross_partition.html
 */
export function isAcrossPartitions({ action, principal, resource }: AccessRequest): boolean {
  if (action.toLowerCase() !== 'sts:assumerole') return false;
  if (resource === null || parseArn(resource)?.partition === principal.partition) return false;
  const [caller, role] = [partitionOf(principal.arn ?? ''), partitionOf(resource)];
  return caller !== undefined && role !== undefined && caller !== role;
}
