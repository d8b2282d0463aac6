import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import type { NearMiss, StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { isPassRole } from '../../model/actions.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';

/** True for a denial of iam:PassRole. */
export function deniesPassRole({ request, denial }: DenialCase): boolean {
  return isPassRole(request?.action ?? denial?.action ?? null);
}

/** The near miss of a missing Allow of iam:PassRole in the caller's policies, if it is in this element. */
export function passRoleMiss(
  blocker: Blocker,
  denialCase: DenialCase,
  element: NearMiss['element'],
): StatementNearMiss | undefined {
  if (!deniesPassRole(denialCase)) return undefined;
  const miss = nearestMiss(blocker, denialCase);
  return miss?.element === element ? miss : undefined;
}
