import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { sessionBroker, sessionBrokerIn } from '../../reference/services/session-brokers.ts';
import { blockerCause } from '../cause.ts';

/** GetFederationToken without a policy. */
export const federatedUser = blockerCause({
  kind: 'missing-allow',
  id: 'session.federated-user',
  explain(blocker, denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.type !== 'federated-user') return 'the caller is not a federated user';
    if (policiesOf(layerFact(denialCase, 'session')).length > 0) return 'the session has a session policy';
    return {
      summary: `The federated user ${principal.name} has no session policy, so it has no permissions`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: [advise('pass a policy to GetFederationToken that allows the request, or use AssumeRole instead')],
    };
  },
});

/** A session policy that a service passed. */
export const broker = blockerCause({
  id: 'session.broker',
  explain(blocker, denialCase) {
    const { principal } = denialCase.facts;
    if (principal !== null && principal.type !== 'session') return 'the caller is not a session';
    const made = principal === null ? sessionBrokerIn(denialCase.text) : sessionBroker(principal);
    if (made === undefined) return 'the session is not named like those of a service that passes session policies';
    const evidence = nonEmpty(evidenceOf(blocker, denialCase));
    if (evidence === undefined) return 'neither a session policy nor the error text shows that there is one';
    return {
      summary: `${principal === null ? 'The session' : `The session ${principal.sessionName ?? ''} of ${principal.name}`} looks like one that ${made.name} made, and its session policy does not allow ${deniedAction(denialCase) ?? 'it'}`,
      evidence,
      remedies: [advise(made.advice)],
    };
  },
});

/** Where the session policy could not be read, AWS's words show that there is one. */
function evidenceOf(blocker: Blocker, denialCase: DenialCase): readonly Evidence[] {
  if (blocker.kind === 'missing-allow') return allowEvidence(blocker, denialCase);
  if (blocker.kind === 'explicit-deny') return denyEvidence(blocker, denialCase);
  const quote = quoteClause(denialCase, 'session');
  return quote === undefined ? [] : [quote];
}
