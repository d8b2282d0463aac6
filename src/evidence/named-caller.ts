import type { DenialCase } from '../model/denial-case.ts';
import type { Principal } from '../model/principal.ts';

/** The caller as a policy can name it. `arn` is the IAM ARN of the user or role: a policy names the role, not its session. */
export interface NamedCaller {
  readonly principal: Principal;
  readonly arn: string | null;
}

const NOBODY: Principal = {
  type: 'anonymous',
  arn: null,
  account: null,
  partition: 'aws',
  name: '',
  path: null,
  sessionName: null,
};

/** The caller in the form in which a policy can name it: a user, or the role of a session, by its IAM ARN. */
export function namedCaller(denialCase: DenialCase): NamedCaller {
  const principal = denialCase.facts.principal ?? NOBODY;
  return { principal, arn: entityArn(denialCase, principal) };
}

/** A session's ARN does not show the path of its role; unless the path is known from elsewhere, the root path is taken. */
function entityArn(denialCase: DenialCase, principal: Principal): string | null {
  if (principal.type !== 'session') return principal.arn;
  const known = roleArn(denialCase);
  return known ?? `arn:${principal.partition}:iam::${principal.account}:role/${principal.name}`;
}

/** True if the ARN of the caller's user or role is known for certain. */
export function callerArnIsKnown(denialCase: DenialCase): boolean {
  return denialCase.facts.principal?.type !== 'session' || roleArn(denialCase) !== undefined;
}

function roleArn(denialCase: DenialCase): string | undefined {
  const { callerEntity } = denialCase.facts;
  if (callerEntity.status === 'known') return callerEntity.value.arn;
  const key = denialCase.request?.context.get('aws:PrincipalArn');
  return key?.status === 'known' ? key.values[0] : undefined;
}
