import { describeConditionKey, supportOf } from '../../reference/condition-keys.ts';
import { defineCheck } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#context_keys_table */
export const unsupportedKey = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'identity.unsupported-key',
  doc: {
    what: 'A policy of the caller asks for a condition key that, by AWS’s list, the action does not have: such a condition never holds.',
    why: 'Each action sends certain keys only. A condition for s3:prefix on GetObject, or for a tag on an action that knows no tags, fails because the key is missing.',
    fix: 'Put the action into a statement of its own, without that condition, or with a key that it supports.',
  },
  explain(blockage, subject) {
    if (subject.request === null) return undefined;
    const miss = nearestMiss(blockage, subject);
    const { action } = subject.request;
    const unsupported = miss?.conditions.find(
      ({ condition: { key, request } }) =>
        request.status !== 'known' && describeConditionKey(key) !== undefined && supportOf(key, action) === 'unlisted',
    );
    if (miss === undefined || unsupported === undefined) return undefined;
    const { key } = unsupported.condition;
    return conditionFinding(miss, blockage, subject, {
      summary: `${placeOfStatement(subject, miss.statement)} would allow it but for a condition on ${key}, and AWS lists no such key for ${action}: the condition cannot hold`,
      remedies: allowRemedies(blockage, subject),
    });
  },
});
