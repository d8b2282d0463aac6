import { quoted } from '../../evidence/allow-evidence.ts';
import { nearMisses } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import { blockerCause } from '../cause.ts';

export const wildcardOnly = blockerCause({
  kind: 'missing-allow',
  id: 'identity.wildcard-only',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return undefined;
    const { action } = denialCase.request;
    if (actionFacts(action)?.wildcardOnly !== true) return undefined;
    const miss = nearMisses(blocker, denialCase).find(({ element }) => element === 'resource');
    if (miss === undefined) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} allows ${action} on ${miss.policySays}, but ${action} knows no single resources: only "*" allows it`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
