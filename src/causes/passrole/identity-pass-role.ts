import { isPassRole } from '../../model/actions.ts';
import type { Case } from '../../model/case.ts';
import type { Blockage } from '../cause.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import type { StatementMiss } from '../../evidence/near-miss/statement-miss.ts';

/** True for a denial of iam:PassRole. */
export function deniesPassRole({ request, denial }: Case): boolean {
  return isPassRole(request?.action ?? denial?.action ?? null);
}

/** The near miss of a missing Allow of iam:PassRole in the caller's policies, if it is in this element. */
export function passRoleMiss(
  blockage: Blockage,
  subject: Case,
  element: StatementMiss['nearMiss']['element'],
): StatementMiss | undefined {
  if (!deniesPassRole(subject)) return undefined;
  const miss = nearestMiss(blockage, subject);
  return miss?.nearMiss.element === element ? miss : undefined;
}
