import { isAccountId, parseArn } from '../../model/arn.ts';
import { bareIssuer, issuerOfProvider } from '../../model/issuer.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import type { LocatedPrincipal } from '../../policy/policy-document.ts';
import type { NamedCaller } from '../named-caller.ts';
import { compareAccounts, compareArns } from './compare-arns.ts';
import { compareNames } from './compare-names.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, FAR, joined, sides } from './difference.ts';

/**
 * How a principal in a policy differs from the caller. Undefined if they are different kinds of principals (a service and a user), or if
 * it is the caller.
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
    ? { kind: 'principal-key', words: `listed under ${kind}; it belongs under ${key}`, distance: 1 }
    : undefined;
}

/** A unique id in place of an ARN: AWS shows it after the principal is deleted. */
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
  const requested = caller.arn ?? principal.arn;
  if (requested === null) return undefined;
  return isPattern(arn.resource) || isPattern(arn.account)
    ? compareWildcard(policy, requested)
    : compareIam(policy, requested);
}

/** A role was never named by the id of a user, nor a user by that of a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
function compareUniqueId(policy: string, { type }: Principal): Difference {
  const isRole = type === 'role' || type === 'session';
  if ((uniqueIdOf(policy) === 'role') !== isRole)
    return { words: 'the unique id of a different kind of principal', distance: FAR };
  return { kind: 'stale-principal', words: 'the unique id of a principal that was deleted', distance: 1.5 };
}

/** The account as a principal: all users and roles in it whose own policies allow the request. */
function compareRoot(policy: string, principal: Principal): Difference | undefined {
  const arn = parseArn(policy.trim());
  const other = `different partition: ${sides(arn?.partition ?? '', principal.partition)}`;
  const partition: Difference | undefined =
    arn?.partition === principal.partition ? undefined : { kind: 'partition', words: other, distance: 2 };
  return joined([partition, compareAccounts(arn?.account ?? '', principal.account ?? '')]);
}

/** A Principal does not take wildcards inside an ARN: the pattern would cover the caller, but matches no principal. */
function compareWildcard(policy: string, requested: string): Difference {
  const words = 'a wildcard inside a principal ARN matches no principal';
  return {
    kind: 'wildcard',
    words,
    distance: covers(policy, requested) ? 1 : (compareArns(policy, requested)?.distance ?? 0) + 1,
  };
}

/** A user and a role may have the same name. */
function compareIam(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [parsePrincipal(policy.trim()), parsePrincipal(requested)];
  if (ours === undefined || theirs === undefined || ours.type === theirs.type || ours.name !== theirs.name)
    return compareArns(policy, requested);
  return joined([
    { words: `policy has the ${ours.type} of that name, request has the ${theirs.type}`, distance: 2 },
    compareAccounts(ours.account ?? '', theirs.account ?? ''),
  ]);
}

/**
 * A policy that names one session of a role. Session names are usually different each time, so such a principal seldom matches twice.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session
 */
function compareSessions(policy: string, { principal, arn }: NamedCaller): Difference | undefined {
  const named = parsePrincipal(policy.trim());
  if (named === undefined) return undefined;
  if (principal.type !== 'session' && principal.type !== 'role')
    return { words: 'a role session, not a user', distance: FAR };
  if (named.account !== principal.account || named.name !== principal.name) {
    const requested = `arn:${principal.partition}:sts::${principal.account}:assumed-role/${principal.name}`;
    return compareArns(policy.trim().replace(/\/[^/]*$/, ''), requested);
  }
  const [ours, theirs] = [named.sessionName ?? '', principal.sessionName];
  if (ours.includes('*'))
    return {
      kind: 'session-arn',
      words: 'a session ARN with a wildcard matches no session: name the role',
      distance: 1,
    };
  if (theirs === null)
    return { kind: 'session-arn', words: `one session of the role: ${sides(ours, arn ?? 'the role')}`, distance: 1 };
  return (
    compareNames(ours, theirs) && {
      kind: 'session-arn',
      words: `a different session of the same role: ${sides(ours, theirs)}`,
      distance: 1,
    }
  );
}

const DOMAIN = /\.(amazonaws\.com(?:\.cn)?|aws\.amazon\.com|amazon\.com|api\.aws)$/i;

/**
 * How the host of a service principal differs: another domain, one region's host instead of the service's, another service of the
 * family, a letter. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
function compareServiceHosts(policy: string, requested: string): Difference | undefined {
  if (policy === requested) return undefined;
  const [ours, theirs] = [readHost(policy), readHost(requested)];
  if (theirs === undefined || policy.toLowerCase() === requested.toLowerCase()) return compareNames(policy, requested);
  if (ours === undefined)
    return policy.toLowerCase() === theirs.name
      ? { kind: 'service-host', words: `the name alone: it must be ${requested}`, distance: 1 }
      : compareNames(policy, requested);
  if (ours.domain !== theirs.domain)
    return {
      kind: 'service-host',
      words: `wrong domain: ${sides(ours.domain, theirs.domain)}`,
      distance: ours.name === theirs.name ? 1 : 4,
    };
  if (ours.name === theirs.name)
    return { kind: 'service-host', words: regional(ours.middle, theirs.middle), distance: 1 };
  if (ours.name.startsWith(`${theirs.name}-`) || theirs.name.startsWith(`${ours.name}-`))
    return {
      kind: 'service-host',
      words: `a different service of the same family: ${sides(policy, requested)}`,
      distance: 2,
    };
  return compareNames(ours.name, theirs.name);
}

/** `states.eu-west-1.amazonaws.com` → states, eu-west-1, amazonaws.com */
function readHost(
  text: string,
): { readonly name: string; readonly middle: string; readonly domain: string } | undefined {
  const domain = text.length > 253 ? undefined : DOMAIN.exec(text)?.[1];
  if (domain === undefined) return undefined;
  const [name = '', ...middle] = text
    .slice(0, -domain.length - 1)
    .toLowerCase()
    .split('.');
  return { name, middle: middle.join('.'), domain: domain.toLowerCase() };
}

function regional(ours: string, theirs: string): string {
  if (theirs === '') return `policy has the host of one region (${ours}), request has the service’s own`;
  return ours === ''
    ? `policy has the service’s own host, request has that of ${theirs}`
    : `different region: ${sides(ours, theirs)}`;
}

/**
 * Two identity providers. The ARN of an OIDC provider ends in the URL of its issuer, without the scheme.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity
 */
function compareProviders(policy: string, requested: string): Difference | undefined {
  if (policy === requested) return undefined;
  const [ours, theirs] = [parseArn(policy.trim()), parseArn(requested)];
  if (ours === undefined && theirs !== undefined)
    return bareIssuer(policy.trim()) === issuerOf(requested)
      ? { words: `the issuer’s URL instead of the ARN of its provider: ${requested}`, distance: 1 }
      : compareNames(policy, requested);
  if (ours === undefined || theirs === undefined) return compareNames(policy, requested);
  const [ourIssuer, theirIssuer] = [issuerOf(policy), issuerOf(requested)];
  if (bareIssuer(ourIssuer.trim()) === theirIssuer && ourIssuer !== theirIssuer)
    return { words: 'a scheme or a slash in the ARN of the provider, which has none', distance: 0.5 };
  const difference = compareArns(policy, requested);
  // Every EKS cluster has an issuer of its own, and gets a new one when it is created again.
  if (difference !== undefined && difference.distance >= FAR && sameUpToId(ourIssuer, theirIssuer))
    return { words: `different issuer of the same service: ${sides(ourIssuer, theirIssuer)}`, distance: 2 };
  return difference;
}

function issuerOf(provider: string): string {
  return issuerOfProvider(provider) ?? provider;
}

function sameUpToId(ours: string, theirs: string): boolean {
  const slash = theirs.lastIndexOf('/');
  return slash > 0 && ours.startsWith(theirs.slice(0, slash + 1));
}
