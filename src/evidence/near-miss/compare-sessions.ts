import { parsePrincipal } from '../../model/principal.ts';
import { compareArns } from './compare-arns.ts';
import { compareNames } from './compare-names.ts';
import { type Difference, FAR } from './difference.ts';
import type { NamedCaller } from './named-caller.ts';

/**
 * A policy that names one session of a role: its name is made anew for each session, so that it seldom fits twice.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session
 */
export function compareSessions(policy: string, { principal, arn }: NamedCaller): Difference | undefined {
  const named = parsePrincipal(policy.trim());
  if (named === undefined) return undefined;
  if (principal.type !== 'session' && principal.type !== 'role')
    return { words: 'a role session, not a user', distance: FAR };
  if (named.account !== principal.account || named.name !== principal.name) {
    const asked = `arn:${principal.partition}:sts::${principal.account}:assumed-role/${principal.name}`;
    return compareArns(policy.trim().replace(/\/[^/]*$/, ''), asked);
  }
  const [ours, theirs] = [named.sessionName ?? '', principal.sessionName];
  if (ours.includes('*'))
    return { kind: 'session-arn', words: 'a session ARN with a wildcard matches nobody: name the role', distance: 1 };
  if (theirs === null)
    return { kind: 'session-arn', words: `one session of the role, ${ours}, not ${arn ?? 'the role'}`, distance: 1 };
  return (
    compareNames(ours, theirs) && {
      kind: 'session-arn',
      words: `the session ${ours} of the same role, not ${theirs}`,
      distance: 1,
    }
  );
}
