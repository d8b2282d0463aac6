import { isWebIdentity } from '../../evidence/federated-call.ts';
import { orList } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const tokenNotShown = conditionCause({
  id: 'web-identity.token-not-shown',
  keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$/,
  when: ({ miss, denialCase }) => isWebIdentity(denialCase) && !miss.certain && miss.conditions.length > 1,
  summary({ miss, place }) {
    const wants = miss.conditions.map(
      ({ finding: { key }, values }) =>
        `${key.slice(key.lastIndexOf(':') + 1)} ${orList(values.map(({ value }) => value))}`,
    );
    return `${place} wants ${wants.join(' and ')}; what the token has does not show`;
  },
  remedies: () => [
    advise(
      'run denytrace in the job, or pass its token with --web-identity-token: it is decoded here and sent nowhere',
    ),
  ],
});
