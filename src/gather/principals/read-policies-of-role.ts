import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import { cdkRoleName, cdkRoleOf } from '../../model/cdk-role.ts';
import type { RoleFacts } from '../../model/facts.ts';
import type { Question } from '../../model/question.ts';
import type { Read } from '../../model/read.ts';
import { askWith, type Site } from '../ask/ask.ts';
import { attachedPolicies, levelOf, readCarriedPolicies } from './read-identity-policies.ts';

/**
 * Adds the identity policies of the role that the caller assumes. What could not be read is left out: no answer depends on it. The same facts
 * for any other request.
 */
export async function withPoliciesOfRole(
  role: RoleFacts | null,
  { action, region }: Question,
  read: Read,
): Promise<RoleFacts | null> {
  if (role?.entity.status !== 'known' || action?.toLowerCase() !== 'sts:assumerole') return role;
  const site = siteOf(role, region);
  if (site === undefined) return role;
  const name = nameWithoutPath(role.arn);
  const carried = await readCarriedPolicies(askWith(read), site, 'role', name);
  return { ...role, policies: levelOf(carried, role.arn, name).policies };
}

/**
 * Adds the managed policies of the role with which CloudFormation deploys, if this is another role of the same CDK bootstrap: bootstrapping
 * again has to name them. Left out where they could not be read. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html
 */
export async function withExecutionPolicies(
  role: RoleFacts | null,
  { region }: Question,
  read: Read,
): Promise<RoleFacts | null> {
  const cdkRole = role?.entity.status === 'known' ? cdkRoleOf(nameWithoutPath(role.arn)) : undefined;
  const site = role === null ? undefined : siteOf(role, region);
  if (role === null || cdkRole === undefined || site === undefined) return role;
  const attached = await attachedPolicies(askWith(read), site, 'role', cdkRoleName(cdkRole, 'cfn-exec'));
  if (attached.status === 'unreadable') return role;
  return { ...role, executionPolicies: attached.status === 'absent' ? [] : attached.value.map(({ arn }) => arn) };
}

function siteOf(role: RoleFacts, region: string | null): Site | undefined {
  const { account, partition } = parseArn(role.arn) ?? {};
  if (account === undefined || partition === undefined) return undefined;
  return { account, partition, who: 'role-owner', ...(region === null ? {} : { region }) };
}
