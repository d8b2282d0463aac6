import { namedCaller } from '../evidence/named-caller.ts';
import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import { ownerOf } from './owners.ts';

/**
 * True where nobody has this unique id: it was looked for in vain; or it is not that of the caller, whom we know, and nobody was
 * found to have it: AWS shows an id only where it cannot show an ARN any more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function isDeadId(id: string, { facts }: DenialCase): boolean {
  const holder = facts.uniqueIds[id]?.status;
  if (holder !== 'unreadable') return holder === 'absent';
  const { callerEntity } = facts;
  return callerEntity.status === 'known' && callerEntity.value.uniqueId !== null && callerEntity.value.uniqueId !== id;
}

/**
 * The caller in the place of a dead id of its kind: "you must edit the role in the trust policy to replace the principal ID with the
 * correct ARN" (the same page); a policy that still has the id cannot be saved. Undefined where the id may be alive.
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
  const why = 'nobody has this unique id any more';
  return [{ kind: 'replace', policy, pointer: miss.pointer, value: arn, who, why }];
}
