import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { conditionRemedies } from '../../grants/condition-remedies.ts';
import type { Layer } from '../../model/layer.ts';
import { describeConditionKey, supportOf } from '../../reference/keys/condition-keys.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionFinding } from '../runners/condition-finding.ts';

/**
 * A condition on a key that requests of the action never have.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function unsupportedKey<const L extends Layer>(
  layer: L,
): BlockerCause & { readonly id: `${L}.unsupported-key` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.unsupported-key`,
    explain(blocker, denialCase) {
      if (denialCase.request === null) return 'the request is not known';
      const miss = nearestMiss(blocker, denialCase);
      const { action } = denialCase.request;
      const unsupported = miss?.conditions.find(
        ({ finding: { key, request } }) =>
          request.status !== 'known' &&
          describeConditionKey(key) !== undefined &&
          supportOf(key, action) === 'unlisted',
      );
      if (miss === undefined || unsupported === undefined)
        return 'no condition fails on a key that AWS does not list for the action';
      const { key, request } = unsupported.finding;
      const never =
        request.status === 'missing' ? 'this condition never holds' : 'this condition most likely never holds';
      return conditionFinding(miss, blocker, denialCase, {
        summary: `${placeOfStatement(denialCase, miss.statement)} would allow it except for a condition on ${key}, a key that AWS does not list for ${action}: ${never}`,
        because: `AWS lists no key ${key} for ${action}: ${never}`,
        remedies: conditionRemedies(miss, blocker, denialCase),
      });
    },
  };
}
