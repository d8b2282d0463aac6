import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause } from '../runners/condition-cause.ts';

/** What subjects of the usual issuers begin with. */
const SUBJECT = /^(repo:|system:serviceaccount:|project_path:|organization:)/;

export const swappedClaims = conditionCause({
  id: 'web-identity.swapped-claims',
  keys: /:(sub|aud)$/,
  when: ({ miss }) =>
    miss.conditions.some(({ finding: { key }, values }) =>
      values.some(({ value }) =>
        key.toLowerCase().endsWith(':sub') ? value === 'sts.amazonaws.com' : SUBJECT.test(value),
      ),
    ),
  summary: ({ place }) => `${place} has audience and subject (aud, sub) the wrong way round`,
  because: () => 'aud says for whom the token is, sub says who has it: the two are the wrong way round',
  remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
});
