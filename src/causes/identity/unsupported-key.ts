import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { describeConditionKey, supportOf } from '../../reference/condition-keys.ts';
import { blockerCause } from '../cause.ts';
import { conditionFinding } from '../runners/condition-finding.ts';

export const unsupportedKey = blockerCause({
  kind: 'missing-allow',
  id: 'identity.unsupported-key',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return undefined;
    const miss = nearestMiss(blocker, denialCase);
    const { action } = denialCase.request;
    const unsupported = miss?.conditions.find(
      ({ finding: { key, request } }) =>
        request.status !== 'known' && describeConditionKey(key) !== undefined && supportOf(key, action) === 'unlisted',
    );
    if (miss === undefined || unsupported === undefined) return undefined;
    const { key } = unsupported.finding;
    return conditionFinding(miss, blocker, denialCase, {
      summary: `${placeOfStatement(denialCase, miss.statement)} would allow it but for a condition on ${key}, and AWS lists no such key for ${action}: the condition cannot hold`,
      remedies: allowRemedies(blocker, denialCase),
    });
  },
});
