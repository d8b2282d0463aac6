import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { callerWords } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';

export const notListed = blockerCause({
  kind: 'missing-allow',
  id: 'trust.not-listed',
  explain(blocker, denialCase) {
    const role = shortName(denialCase.facts.role?.arn ?? denialCase.request?.resource ?? null);
    return {
      summary: `The trust policy of ${role} does not trust ${callerWords(denialCase.facts.principal)} with ${denialCase.request?.action ?? 'it'}`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
