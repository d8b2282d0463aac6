import { describeConditionKey } from '../../reference/condition-keys.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause } from '../trust/condition-cause.ts';
import { CLAIM } from './claim-key.ts';
import { isWebIdentity } from './is-web-identity.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const claimNotSent = conditionCause({
  id: 'web-identity.claim-not-sent',
  doc: {
    what: 'The trust policy wants a claim of the token that AWS does not take into the request.',
    why: 'Of most issuers AWS knows the claims aud, sub and amr only; of a few (GitHub, Google, CircleCI, Oracle) some more. A condition on any other claim never holds.',
    fix: 'Have the owner of the role use sub, and the issuer put the claim into the subject if it has to count.',
  },
  keys: CLAIM,
  when: ({ subject, miss }) =>
    isWebIdentity(subject) &&
    miss.conditions.every(({ condition: { key } }) => describeConditionKey(key) === undefined),
  summary: ({ condition, place }) =>
    `${place} wants ${condition.condition.key}, and AWS documents no such key: of that issuer’s tokens it does not take the claim into the request`,
  because: () => 'AWS does not take this claim of the issuer’s tokens into the request',
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});
