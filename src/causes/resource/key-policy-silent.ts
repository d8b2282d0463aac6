import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { callerWords } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';

export const keyPolicySilent = blockerCause({
  kind: 'missing-allow',
  id: 'resource.key-policy-silent',
  explain(blocker, denialCase) {
    const resource = denialCase.request?.resource ?? null;
    if (resource === null) return undefined;
    if (parseArn(resource)?.service !== 'kms' || nearestMiss(blocker, denialCase) !== undefined) return undefined;
    if (delegates(blocker, denialCase)) return undefined;
    return {
      summary: `The key policy of ${shortName(resource)} names neither ${callerWords(denialCase.facts.principal)} nor the account: no IAM policy counts for this key`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

/** Does some statement hand a part of the decision over to the caller's account? */
function delegates(blocker: Blocker, denialCase: DenialCase): boolean {
  const account = denialCase.facts.principal?.account ?? '';
  return allowsOf(blocker, denialCase).some((statement) =>
    principalsOf(documentOf(denialCase, statement), statement).some(
      ({ value }) => value === '*' || value === account || value.endsWith(`::${account}:root`),
    ),
  );
}
