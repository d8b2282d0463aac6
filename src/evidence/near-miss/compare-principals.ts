import { isAccountId, parseArn } from '../../model/arn.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import type { LocatedPrincipal } from '../../policy/policy-document.ts';
import { compareAccounts, compareArns } from './compare-arns.ts';
import { compareProviders } from './compare-providers.ts';
import { compareServiceHosts } from './compare-service-hosts.ts';
import { compareSessions } from './compare-sessions.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, FAR, joined } from './difference.ts';
import type { NamedCaller } from './named-caller.ts';

/**
 * How a principal in a policy differs from the caller. Undefined where the two are of different kinds (a service, a person) or
 * where it is the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function comparePrincipals(policy: LocatedPrincipal, caller: NamedCaller): Difference | undefined {
  const { type, name } = caller.principal;
  const key = type === 'service' ? 'Service' : type === 'federated' ? 'Federated' : 'AWS';
  if (policy.kind !== key) return compareKinds(policy, key, caller);
  switch (key) {
    case 'Service':
      return compareServiceHosts(policy.value, name);
    case 'Federated':
      return compareProviders(policy.value, name);
    case 'AWS':
      return compareAws(policy.value, caller);
  }
}

/** The right principal under the wrong key. */
function compareKinds({ kind, value }: LocatedPrincipal, key: string, caller: NamedCaller): Difference | undefined {
  const names = [caller.principal.name, caller.principal.arn, caller.arn].filter((name) => name !== '');
  return kind !== '*' && names.includes(value)
    ? { kind: 'principal-key', words: `it stands under ${kind}, and has to stand under ${key}`, distance: 1 }
    : undefined;
}

/** A unique id in place of an ARN: AWS shows it once the principal was deleted. */
export function isUniqueId(text: string): boolean {
  return uniqueIdOf(text) !== undefined;
}

function compareAws(policy: string, caller: NamedCaller): Difference | undefined {
  const { principal } = caller;
  if (policy === '*' || principal.account === null) return undefined;
  if (isUniqueId(policy)) return compareUniqueId(policy, principal);
  if (/^\d{10,14}$/.test(policy)) return compareAccounts(policy, principal.account);
  const arn = parseArn(policy.trim());
  if (arn === undefined) return { words: 'not a principal', distance: FAR };
  if (arn.resource === 'root' && isAccountId(arn.account)) return compareRoot(policy, principal);
  if (arn.resource.startsWith('assumed-role/')) return compareSessions(policy, caller);
  const asked = caller.arn ?? principal.arn;
  if (asked === null) return undefined;
  return isPattern(arn.resource) || isPattern(arn.account) ? compareWildcard(policy, asked) : compareIam(policy, asked);
}

/** A role was never named by the id of a user, nor a user by that of a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
function compareUniqueId(policy: string, { type }: Principal): Difference {
  const isRole = type === 'role' || type === 'session';
  if ((uniqueIdOf(policy) === 'role') !== isRole)
    return { words: 'the unique id of another kind of principal', distance: FAR };
  return { kind: 'unique-id', words: 'the unique id of a principal that was deleted', distance: 1.5 };
}

/** The account as a whole: everybody in it whom their own policies allow. */
function compareRoot(policy: string, principal: Principal): Difference | undefined {
  const arn = parseArn(policy.trim());
  const other = `other partition: ${arn?.partition}, not ${principal.partition}`;
  const partition: Difference | undefined =
    arn?.partition === principal.partition ? undefined : { kind: 'partition', words: other, distance: 2 };
  return joined([partition, compareAccounts(arn?.account ?? '', principal.account ?? '')]);
}

/** A wildcard matches no part of a principal's name: the pattern would cover the caller, and still names nobody. */
function compareWildcard(policy: string, asked: string): Difference {
  const words = 'a wildcard inside a principal ARN matches nobody';
  return {
    kind: 'wildcard',
    words,
    distance: covers(policy, asked) ? 1 : (compareArns(policy, asked)?.distance ?? 0) + 1,
  };
}

/** A user and a role may have the same name. */
function compareIam(policy: string, asked: string): Difference | undefined {
  const [ours, theirs] = [parsePrincipal(policy.trim()), parsePrincipal(asked)];
  if (ours === undefined || theirs === undefined || ours.type === theirs.type || ours.name !== theirs.name)
    return compareArns(policy, asked);
  return joined([
    { words: `the ${ours.type} of that name, not the ${theirs.type}`, distance: 2 },
    compareAccounts(ours.account ?? '', theirs.account ?? ''),
  ]);
}
