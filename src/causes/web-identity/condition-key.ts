import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause } from '../trust/condition-cause.ts';
import { isWebIdentity } from './is-web-identity.ts';
import { hostOfIssuer } from './issuer.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const conditionKey = conditionCause({
  id: 'web-identity.condition-key',
  doc: {
    what: 'A condition key of the trust policy does not name the issuer as IAM does, so that it is never in a request.',
    why: 'The key is the issuer without scheme and without a final slash (token.actions.githubusercontent.com:sub): an ARN, `https://`, a final slash, or another host makes it another key.',
    fix: 'Have the owner of the role write the key as the issuer’s host and path.',
  },
  keys: /:[a-z_]+$/,
  when: ({ miss, subject }) =>
    isWebIdentity(subject) &&
    miss.conditions.every(({ condition: { key } }) => /^(arn:|https?:)|\/:[a-z_]+$/i.test(key)),
  summary: ({ place, condition, subject }) => {
    const host = hostOfIssuer(subject.token?.issuer ?? null);
    const claim = condition.condition.key.slice(condition.condition.key.lastIndexOf(':'));
    const right = host === undefined ? `the issuer’s host and path, then ${claim}` : `${host}${claim}`;
    return `${place} asks for the key ${condition.condition.key}, which no request has: it must be ${right}`;
  },
  because: () => 'no request has this key: an issuer is named by its host and path, without scheme and final slash',
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});
