import { and, any, not, or, type Tri } from '../../model/tri.ts';
import type { Caller } from './caller.ts';
import { matchPrincipal } from './match-principal.ts';
import type { NamedPrincipal } from './named-principal.ts';

/**
 * Does a Deny with NotPrincipal hit the caller? It spares a session only where it lists the account, the role and the session. A user
 * has to be listed with its account too, but "depending on the service" AWS may not look at the account: without it, that is left open.
 * A caller with a permissions boundary is always hit.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function matchNotPrincipal(
  entries: readonly NamedPrincipal[],
  complete: boolean,
  caller: Caller,
  hasBoundary: Tri,
): Tri {
  const listed = (kinds: readonly NamedPrincipal['kind'][]) =>
    or(
      any(entries.filter(({ kind }) => kinds.includes(kind)).map((named) => matchPrincipal(named, caller))),
      complete ? 'no' : 'unknown',
    );
  const spared = or(listed(['everyone']), sparedByName(caller, listed));
  const bounded = hasIdentity(caller) ? hasBoundary : 'no';
  return or(not(spared), bounded);
}

function sparedByName(caller: Caller, listed: (kinds: readonly NamedPrincipal['kind'][]) => Tri): Tri {
  const account = listed(['account', 'unclear']);
  switch (caller.type) {
    case 'user':
      return together(listed(['user', 'unique-id']), account);
    case 'session':
    case 'role':
      return and(listed(['session']), and(listed(['role', 'unique-id']), account));
    case 'federated-user':
      return together(listed(['federated-user']), account);
    case 'root':
      return account;
    case 'service':
      return listed(['service', 'unclear']);
    case 'federated':
    case 'identity':
      return listed(['provider', 'unclear']);
    case 'anonymous':
      return listed(['unclear']);
  }
}

/** Who is not listed is not spared; who is listed without what stands above is left open. */
function together(named: Tri, above: Tri): Tri {
  if (named === 'no') return 'no';
  return named === 'yes' && above === 'yes' ? 'yes' : 'unknown';
}

function hasIdentity({ type }: Caller): boolean {
  return type === 'user' || type === 'role' || type === 'session';
}
