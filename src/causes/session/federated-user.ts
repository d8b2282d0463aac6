import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html */
export const federatedUser = defineCheck({
  on: 'blockage',
  layer: 'session',
  kind: 'missing-allow',
  id: 'session.federated-user',
  doc: {
    what: 'The credentials are those of a federated user (GetFederationToken) that was made without a session policy: it may do nothing.',
    why: 'A federated user gets what both the IAM user and the session policy allow. Without a session policy nothing is left, but for what a policy of a resource gives to the federated user by name.',
    fix: 'Pass a policy to GetFederationToken that allows the request; or use AssumeRole, whose sessions have the permissions of the role.',
  },
  explain(blockage, subject) {
    const { principal } = subject.facts;
    if (principal?.type !== 'federated-user' || policiesOf(layerFact(subject, 'session')).length > 0) return undefined;
    return {
      summary: `The federated user ${principal.name} has no session policy, and then may do nothing`,
      evidence: allowEvidence(blockage, subject),
      remedies: [advise('pass a policy to GetFederationToken that allows the request, or use AssumeRole in its place')],
    };
  },
});
