import type { Case } from '../model/case.ts';
import type { Principal } from '../model/principal.ts';
import type { NamedCaller } from './near-miss/named-caller.ts';

const NOBODY: Principal = {
  type: 'anonymous',
  arn: null,
  account: null,
  partition: 'aws',
  name: '',
  path: null,
  sessionName: null,
};

/** The caller as a policy names it: a user, or the role of a session, by its IAM ARN. */
export function callerAsNamed(subject: Case): NamedCaller {
  const principal = subject.facts.principal ?? NOBODY;
  return { principal, arn: entityArn(subject, principal) };
}

/** The path of a session's role is not in the session's ARN; without it the ARN is what it would be at the root path. */
function entityArn(subject: Case, principal: Principal): string | null {
  if (principal.type !== 'session') return principal.arn;
  const known = roleArn(subject);
  return known ?? `arn:${principal.partition}:iam::${principal.account}:role/${principal.name}`;
}

/** True where the ARN of the caller's user or role is known for certain. */
export function callerArnIsKnown(subject: Case): boolean {
  return subject.facts.principal?.type !== 'session' || roleArn(subject) !== undefined;
}

function roleArn(subject: Case): string | undefined {
  const { callerEntity } = subject.facts;
  if (callerEntity.status === 'known') return callerEntity.value.arn;
  const key = subject.request?.context.get('aws:PrincipalArn');
  return key?.status === 'known' ? key.values[0] : undefined;
}
