import { servicePrefix } from '../../model/actions.ts';
import { actionFacts } from '../service-facts.ts';

/**
 * Services in which the policy of something that is there already decides about what is created in it: the Data Catalog, a domain, a key.
 * https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html
 * https://docs.aws.amazon.com/codeartifact/latest/ug/domain-policies.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html
 */
const WITHIN_ANOTHER = new Set(['codeartifact', 'ecr', 'glue', 'kms', 'schemas']);

/**
 * Does the call create the one resource that it is about? Then that has no policy yet: `lambda:CreateFunction`, `s3:CreateBucket`,
 * `dynamodb:CreateTable`; not `kms:CreateAlias`, which is about a key as well.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function createsItsResource(action: string): boolean {
  const created = /:Create(\w+)$/i.exec(action)?.[1]?.toLowerCase();
  if (created === undefined || WITHIN_ANOTHER.has(servicePrefix(action))) return false;
  const [only, ...others] = actionFacts(action)?.resourceTypes ?? [];
  return others.length === 0 && only?.name.replaceAll(/[-_ ]/g, '').toLowerCase() === created;
}
