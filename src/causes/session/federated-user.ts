import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import { blockerCause } from '../cause.ts';

export const federatedUser = blockerCause({
  kind: 'missing-allow',
  id: 'session.federated-user',
  explain(blocker, denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.type !== 'federated-user' || policiesOf(layerFact(denialCase, 'session')).length > 0)
      return undefined;
    return {
      summary: `The federated user ${principal.name} has no session policy, and then may do nothing`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: [advise('pass a policy to GetFederationToken that allows the request, or use AssumeRole in its place')],
    };
  },
});
