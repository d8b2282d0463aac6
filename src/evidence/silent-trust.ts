import { isFederated } from '../model/actions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { readPolicy } from '../policy/read-policy.ts';
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

/**
 * True for the session of a role of which it is known that sessions of a token or a SAML response alone can have it, such as the role of a
 * Kubernetes service account: no user or role assumed it.
 */
export function isOfToken({ facts: { callerEntity } }: DenialCase): boolean {
  if (callerEntity.status !== 'known') return false;
  const { statements, unsupportedParts } = readPolicy(callerEntity.value.trustPolicy);
  const allows = statements.filter(({ effect }) => effect === 'Allow');
  return (
    unsupportedParts.length === 0 &&
    allows.length > 0 &&
    allows.every(({ action }) => action?.negated === false && action.entries.every(({ value }) => isFederated(value)))
  );
}
