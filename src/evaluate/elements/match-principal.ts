import { type Tri, tri } from '../../model/tri.ts';
import { isPartlyRemoved, mayCoverRemoved } from '../patterns/removed.ts';
import type { Caller } from './caller.ts';
import type { NamedPrincipal } from './named-principal.ts';

/**
 * How an entry names the caller, which decides what an Allow of a resource policy is worth in the same account.
 * `direct`: the user, the session, a service, a provider. `everyone`: `*`. `role`: the role of the session, or the user of the
 * federated session. `account`: the caller's account, which delegates to its own policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type Naming = 'direct' | 'everyone' | 'role' | 'account';

/** The naming that an entry would be, if it matches. */
export function namingOf(named: NamedPrincipal, { type }: Caller): Naming {
  switch (named.kind) {
    case 'everyone':
    case 'account':
    case 'role':
      return named.kind;
    case 'user':
      return type === 'federated-user' ? 'role' : 'direct';
    case 'unique-id':
      return named.of === 'role' || type === 'federated-user' ? 'role' : 'direct';
    default:
      return 'direct';
  }
}

/** Does an entry name the caller? */
export function matchPrincipal(named: NamedPrincipal, caller: Caller): Tri {
  switch (named.kind) {
    case 'everyone':
      return 'yes';
    case 'nobody':
      return 'no';
    case 'account':
      return matchAccount(named, caller);
    case 'user':
      if (caller.type === 'user') return tri(named.arn === caller.arn);
      // Nothing shows whose keys made a federated session.
      return caller.type === 'federated-user' && sameAccount(named.principal, caller) ? 'unknown' : 'no';
    case 'role':
      return matchRole(named, caller);
    case 'session':
      if (caller.type === 'session' && isPartlyRemoved(caller.arn ?? ''))
        return mayCoverRemoved(named.arn, caller.arn ?? '') ? 'unknown' : 'no';
      if (caller.type === 'session') return tri(named.arn === caller.arn);
      return caller.type === 'role' && sameRole(named.principal, caller) ? 'unknown' : 'no';
    case 'federated-user':
      return tri(caller.type === 'federated-user' && named.arn === caller.arn);
    case 'unique-id':
      return matchUniqueId(named, caller);
    case 'service':
      return tri(caller.type === 'service' && named.host === caller.name);
    case 'provider':
      return matchProvider(named.name, caller);
    case 'unclear':
      return matchUnclear(named.who, caller);
  }
}

/** `123456789012` and `…:root` stand for everybody in the account; not for services, which have none. */
function matchAccount({ account, partition }: { account: string; partition: string | null }, caller: Caller): Tri {
  const own = caller.type !== 'identity' && caller.account === account;
  return tri(own && (partition === null || partition === caller.partition));
}

/** The role's ARN stands for its sessions, whose own ARNs do not show its path: without one the name tells, which is unique in its account. */
function matchRole({ principal, arn }: { principal: RoleNamed; arn: string }, caller: Caller): Tri {
  if (caller.type !== 'role' && caller.type !== 'session') return 'no';
  if (!sameAccount(principal, caller)) return 'no';
  if (principal.name !== caller.name)
    return principal.name.toLowerCase() === caller.name.toLowerCase() ? 'unknown' : 'no';
  if (caller.type === 'role') return tri(arn === caller.arn);
  if (caller.path === 'unknown') return 'unknown';
  if (caller.path === 'missing') return 'yes';
  return tri(principal.path === caller.path);
}

interface RoleNamed {
  readonly name: string;
  readonly path: string | null;
  readonly account: string | null;
  readonly partition: string;
}

function sameAccount(named: RoleNamed, caller: Caller): boolean {
  return named.account === caller.account && named.partition === caller.partition;
}

function sameRole(named: RoleNamed, caller: Caller): boolean {
  return sameAccount(named, caller) && named.name === caller.name;
}

/** A unique id is what AWS shows in the place of a principal that was deleted; one made anew has another id. */
function matchUniqueId({ id, of }: { id: string; of: 'user' | 'role' }, caller: Caller): Tri {
  if (caller.type === 'federated-user') return of === 'user' ? 'unknown' : 'no';
  const fits = of === 'user' ? caller.type === 'user' : caller.type === 'role' || caller.type === 'session';
  if (!fits) return 'no';
  return caller.uniqueId === null ? 'unknown' : tri(caller.uniqueId === id);
}

/**
 * A SAML provider that does not exist in the role's account authenticates no caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
 */
function matchProvider(name: string, { type, name: own, samlProviders }: Caller): Tri {
  if (samlProviders !== null && name.includes(':saml-provider/') && !samlProviders.includes(name)) return 'no';
  if (type === 'identity') return 'unknown';
  return tri(type === 'federated' && own === name);
}

function matchUnclear(who: 'accounts' | 'federated' | 'services' | 'all', caller: Caller): Tri {
  switch (who) {
    case 'accounts':
      return caller.account !== null && caller.type !== 'identity' ? 'unknown' : 'no';
    case 'federated':
      return caller.type === 'federated' || caller.type === 'identity' ? 'unknown' : 'no';
    case 'services':
      return caller.type === 'service' ? 'unknown' : 'no';
    case 'all':
      return 'unknown';
  }
}
