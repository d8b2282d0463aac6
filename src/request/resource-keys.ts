import { isPassRole } from '../model/actions.ts';
import type { Facts } from '../model/facts.ts';
import type { Question } from '../model/question.ts';
import { organizationKey, organizationPath } from './principal-keys.ts';
import { type ContextKeys, singleValue } from './request-context.ts';

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

/** Tags of the role that is assumed or passed; iam:PassRole does not get them. */
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

/** Keys of a key's tag family that the role is known not to carry. */
export function roleLacksTag(key: string, question: Question, facts: Facts): boolean {
  const family = /^(aws|iam):resourcetag\//i.test(key);
  return family && !isPassRole(question.action) && facts.role?.entity.status === 'known';
}
