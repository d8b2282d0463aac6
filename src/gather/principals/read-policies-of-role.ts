import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import type { RoleFacts } from '../../model/facts.ts';
import type { Question } from '../../model/question.ts';
import type { Read } from '../../model/read.ts';
import { askWith } from '../ask/ask.ts';
import { levelOf, readCarriedPolicies } from './read-identity-policies.ts';

/**
 * Adds the identity policies of the role that is to be assumed. What could not be read is left out: no answer depends on it. The same facts
 * for any other request.
 */
export async function withPoliciesOfRole(
  role: RoleFacts | null,
  { action, region }: Question,
  read: Read,
): Promise<RoleFacts | null> {
  if (role?.entity.status !== 'known' || action?.toLowerCase() !== 'sts:assumerole') return role;
  const { account, partition } = parseArn(role.arn) ?? {};
  if (account === undefined || partition === undefined) return role;
  const site = { account, partition, who: 'role-owner', ...(region === null ? {} : { region }) } as const;
  const name = nameWithoutPath(role.arn);
  const carried = await readCarriedPolicies(askWith(read), site, 'role', name);
  return { ...role, policies: levelOf(carried, role.arn, name).policies };
}
