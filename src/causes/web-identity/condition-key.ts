import { isWebIdentity } from '../../evidence/federated-call.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { hostOfIssuer } from './identity-provider.ts';

export const conditionKey = conditionCause({
  id: 'web-identity.condition-key',
  keys: /:[a-z_]+$/,
  when: ({ miss, denialCase }) =>
    isWebIdentity(denialCase) &&
    miss.conditions.every(({ finding: { key } }) => /^(arn:|https?:)|\/:[a-z_]+$/i.test(key)),
  summary: ({ place, condition, denialCase }) => {
    const host = hostOfIssuer(denialCase.token?.issuer ?? null);
    const claim = condition.finding.key.slice(condition.finding.key.lastIndexOf(':'));
    const right = host === undefined ? `the issuer’s host and path, then ${claim}` : `${host}${claim}`;
    return `${place} asks for the key ${condition.finding.key}, which no request has: it must be ${right}`;
  },
  because: () => 'no request has this key: an issuer is named by its host and path, without scheme and final slash',
  remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
});
