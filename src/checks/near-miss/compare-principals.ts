import { isAccountId, parseArn } from '../../model/arn.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import type { LocatedPrincipal } from '../../policy/policy-document.ts';
import { compareAccounts, compareArns } from './compare-arns.ts';
import { compareNames } from './compare-names.ts';
import { compareServiceHosts } from './compare-service-hosts.ts';
import { covers } from './covers.ts';
import { type Difference, FAR, joined } from './difference.ts';

/** The caller as a policy can name it. `arn` is the IAM ARN of the user or role: a policy names the role, not its session. */
export interface NamedCaller {
  readonly principal: Principal;
  readonly arn: string | null;
}

/**
 * How a principal in a policy differs from the caller. Undefined where the two are of different kinds (a service, a person) or
 * where it is the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function comparePrincipals(policy: LocatedPrincipal, caller: NamedCaller): Difference | undefined {
  const { type, name } = caller.principal;
  switch (policy.kind) {
    case 'Service':
      return type === 'service' ? compareServiceHosts(policy.value, name) : undefined;
    case 'Federated':
      return type === 'federated' ? compareProviders(policy.value, name) : undefined;
    case 'AWS':
      return type === 'service' || type === 'federated' ? undefined : compareAws(policy.value, caller);
    default:
      return undefined;
  }
}

/** A unique id in place of an ARN: AWS shows it once the principal was deleted. */
export function isUniqueId(text: string): boolean {
  return /^A(?:ROA|IDA)[A-Z0-9]{8,124}$/.test(text);
}

function compareAws(policy: string, caller: NamedCaller): Difference | undefined {
  const { principal } = caller;
  if (policy === '*' || principal.account === null) return undefined;
  if (isUniqueId(policy)) return { words: 'the unique id of a deleted principal', distance: 1.5 };
  if (isAccountId(policy)) return compareAccounts(policy, principal.account);
  const arn = parseArn(policy);
  if (arn === undefined) return { words: 'not a principal', distance: FAR };
  if (arn.resource === 'root') return compareRoot(policy, principal);
  if (arn.resource.startsWith('assumed-role/')) return compareSessions(policy, caller);
  const asked = caller.arn ?? principal.arn;
  if (asked === null) return undefined;
  if (/[*?]/.test(arn.resource)) return compareWildcard(policy, asked);
  return compareIamArns(policy, asked);
}

function compareRoot(policy: string, principal: Principal): Difference | undefined {
  const arn = parseArn(policy);
  const account = compareAccounts(arn?.account ?? '', principal.account ?? '');
  const partition =
    arn?.partition === principal.partition
      ? undefined
      : { words: `other partition: ${arn?.partition}, not ${principal.partition}`, distance: 2 };
  return joined([partition, account].filter((difference) => difference !== undefined));
}

/** A wildcard matches no part of a principal's name: the pattern would cover the caller, and still names nobody. */
function compareWildcard(policy: string, asked: string): Difference {
  const words = 'a wildcard inside a principal ARN matches nobody';
  return { words, distance: covers(policy, asked) ? 1 : (compareArns(policy, asked)?.distance ?? 0) + 1 };
}

function compareSessions(policy: string, { principal, arn }: NamedCaller): Difference | undefined {
  const named = parsePrincipal(policy);
  if (named === undefined) return undefined;
  const asked = principal.arn ?? arn ?? '';
  if (principal.type !== 'session' && principal.type !== 'role')
    return { words: 'a role session, not a user', distance: FAR };
  if (named.account === principal.account && named.name === principal.name) {
    const session = compareNames(named.sessionName ?? '', principal.sessionName ?? '');
    if (named.sessionName === '*')
      return { words: 'a session ARN with a wildcard matches nobody: name the role', distance: 1 };
    return (
      session && {
        words: `the session ${named.sessionName} of the same role, not ${principal.sessionName}`,
        distance: 1,
      }
    );
  }
  return compareArns(policy.replace(/\/[^/]*$/, ''), asked.replace(/\/[^/]*$/, ''));
}

function compareIamArns(policy: string, asked: string): Difference | undefined {
  const [ours, theirs] = [parsePrincipal(policy), parsePrincipal(asked)];
  if (ours !== undefined && theirs !== undefined && ours.type !== theirs.type && ours.name === theirs.name)
    return joined(
      [
        { words: `the ${ours.type} of that name, not the ${theirs.type}`, distance: 2 },
        compareAccounts(ours.account ?? '', theirs.account ?? ''),
      ].filter((difference) => difference !== undefined),
    );
  return compareArns(policy, asked);
}

function compareProviders(policy: string, asked: string): Difference | undefined {
  const whole = parseArn(policy) !== undefined && parseArn(asked) !== undefined;
  return whole ? compareArns(policy, asked) : compareNames(policy, asked);
}
