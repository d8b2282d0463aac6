import type { DenialCase } from '../model/denial-case.ts';
import { namedReason } from './aws-words/stated-reason.ts';
import { roleIsMissing } from './blockers/role-is-missing.ts';
import { layerVerdict } from './blockers/verdict-layers.ts';

/** True where the trust policy of the role may be silent about the caller, and neither AWS nor the policies blame something else alone. */
export function maySilentlyDeny(denialCase: DenialCase): boolean {
  const { verdict } = denialCase;
  const named = namedReason(denialCase)?.layer ?? 'trust';
  if (verdict === null) return named === 'trust';
  if (named !== 'trust' || roleIsMissing(denialCase)) return false;
  const { allow, deny, statements } = layerVerdict(verdict, 'trust');
  const isNamed = statements.some(
    ({ effect, elements: { action, principal } }) => effect === 'Allow' && action !== 'no' && principal !== 'no',
  );
  const others = verdict.blockers.filter((layer) => layer !== 'trust');
  return allow !== 'yes' && deny !== 'yes' && !isNamed && (others.length === 0 || verdict.blockers.includes('trust'));
}
