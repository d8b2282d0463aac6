import { isFederated } from './actions.ts';
import { parseArn } from './arn.ts';

/** What an ARN that can be taken for a role's names instead. */
const KINDS: Readonly<Record<string, string>> = {
  user: 'a user',
  group: 'a group',
  policy: 'a policy',
  'instance-profile': 'an instance profile',
  root: 'an account',
  'assumed-role': 'a session of a role',
  'federated-user': 'a federated session',
};

/**
 * What the caller tries to assume, where its ARN shows that it is not a role: `a group`. Undefined where it is one, or may be.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumedInstead(action: string | null, resource: string | null): string | undefined {
  if (resource === null || !(isFederated(action) || action?.toLowerCase() === 'sts:assumerole')) return undefined;
  const arn = parseArn(resource);
  if (arn === undefined || (arn.service !== 'iam' && arn.service !== 'sts')) return undefined;
  const slash = arn.resource.indexOf('/');
  const kind = slash < 0 ? arn.resource : arn.resource.slice(0, slash);
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
}
