import { and, or, type Tri } from '../../model/tri.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { Caller } from '../elements/caller.ts';
import { matchPrincipal, type Naming, namingOf } from '../elements/match-principal.ts';
import type { CompiledStatement } from './compile-policy.ts';

/** Does a resource policy allow the request, by the way in which it names the caller? */
export type Grants = { readonly [K in Naming]: Tri };

/** Nothing allows it. */
export const NO_GRANTS: Grants = { direct: 'no', everyone: 'no', role: 'no', account: 'no' };
/** A part of the policy cannot be read: it may hold any grant. */
export const UNKNOWN_GRANTS: Grants = { direct: 'unknown', everyone: 'unknown', role: 'unknown', account: 'unknown' };

/** Takes what is granted by either. */
export function orGrants(left: Grants, right: Grants): Grants {
  return {
    direct: or(left.direct, right.direct),
    everyone: or(left.everyone, right.everyone),
    role: or(left.role, right.role),
    account: or(left.account, right.account),
  };
}

/** Is anything granted, however the caller is named? */
export function anyGrant({ direct, everyone, role, account }: Grants): Tri {
  return or(or(direct, everyone), or(role, account));
}

/** What an Allow statement of a resource policy grants. */
export function grantsOf(statement: CompiledStatement, finding: StatementFinding, caller: Caller): Grants {
  const { principal, source } = statement;
  if (finding.match === 'no') return NO_GRANTS;
  const { action, resource, condition } = finding.elements;
  const rest = and(and(action, resource), and(condition, source.unsupportedParts.length > 0 ? 'unknown' : 'yes'));
  if (principal === null || principal.negated) return UNKNOWN_GRANTS;
  const grants = { ...(principal.complete ? NO_GRANTS : UNKNOWN_GRANTS) };
  for (const named of principal.entries) {
    const match = and(rest, matchPrincipal(named, caller));
    // With a condition on aws:PrincipalArn, `*` counts as naming the caller.
    const naming = named.kind === 'everyone' && statement.singlesOut ? 'direct' : namingOf(named, caller);
    grants[naming] = or(grants[naming], match);
  }
  return grants;
}
