import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { hasNoResourcePolicies } from '../../gather/resource/resource-policy-services.ts';
import { advise } from '../../grants/advise.ts';
import { servicePrefix } from '../../model/actions.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';
import { crossAccount } from './is-cross-account.ts';

export const noPolicies = blockerCause({
  kind: 'missing-allow',
  id: 'resource.no-policies',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return undefined;
    const accounts = crossAccount(denialCase);
    const fact = layerFact(denialCase, 'resource');
    const { action, resource } = denialCase.request;
    if (accounts === undefined || fact.status !== 'absent' || !hasNoResourcePolicies(action)) return undefined;
    return {
      summary: `${shortName(resource)} is in ${accounts.resource}, the caller is of ${accounts.caller}, and nothing of ${servicePrefix(action)} can be used across accounts`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: [advise(`assume a role in ${accounts.resource} and make the call with it`)],
    };
  },
});
