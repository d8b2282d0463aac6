import { isWebIdentity } from '../../evidence/federated-call.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { describeConditionKey } from '../../reference/condition-keys.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { CLAIM } from './claim-key.ts';

export const claimNotSent = conditionCause({
  id: 'web-identity.claim-not-sent',
  keys: CLAIM,
  when: ({ denialCase, miss }) =>
    isWebIdentity(denialCase) &&
    miss.conditions.every(({ finding: { key } }) => describeConditionKey(key) === undefined),
  summary: ({ condition, place }) =>
    `${place} wants ${condition.finding.key}, and AWS documents no such key: of that issuer’s tokens it does not take the claim into the request`,
  because: () => 'AWS does not take this claim of the issuer’s tokens into the request',
  remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
});
