import { namedCaller } from '../evidence/named-caller.ts';
import { isUniqueId } from '../evidence/near-miss/compare-principals.ts';
import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Facts } from '../model/facts.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { ownerOf } from './owners.ts';

/**
 * True where it is proven that no user or role has this unique id: it was looked up and not found; or it could not be looked up, but is not that of
 * the caller, which is known. AWS shows an id instead of an ARN only where the principal is deleted.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function isDeadId(id: string, { facts }: DenialCase): boolean {
  const holder = facts.uniqueIds[id]?.status;
  if (holder !== 'unreadable') return holder === 'absent';
  const { callerEntity } = facts;
  return callerEntity.status === 'known' && callerEntity.value.uniqueId !== null && callerEntity.value.uniqueId !== id;
}

/**
 * The caller in place of a dead id: "you must edit the role in the trust policy to replace the principal ID with the correct ARN" (the
 * same page). A policy that still has the id cannot be saved. Undefined where somebody may have the id.
 */
export function replaceDeadId(
  miss: StatementNearMiss,
  layer: Layer,
  denialCase: DenialCase,
): readonly Remedy[] | undefined {
  const { arn } = namedCaller(denialCase);
  if (arn === null || !isDeadId(miss.policySays, denialCase)) return undefined;
  const { policy } = miss.statement;
  const who = ownerOf(layer, denialCase, policy);
  const why = 'no principal has this unique id anymore';
  return [{ kind: 'replace', policy, pointer: miss.pointer, value: arn, who, why }];
}

/**
 * The unique ids of principals in a document that nobody was found to have, the caller included. AWS shows an id only where the principal is
 * deleted, so each of them is most likely dead, even if it could not be looked up.
 */
export function idsWithoutHolder(document: unknown, { uniqueIds, callerEntity }: Facts): readonly string[] {
  const own = callerEntity.status === 'known' ? callerEntity.value.uniqueId : null;
  return readPolicy(document)
    .statements.flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ kind, value }) => kind === 'AWS' && isUniqueId(value))
    .map(({ value }) => value)
    .filter((id) => id !== own && uniqueIds[id]?.status !== 'known');
}
