import { orList } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const principalAccount = conditionCause({
  id: 'trust.principal-account',
  keys: /^aws:principalaccount$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type !== 'service',
  summary: ({ place, wanted, denialCase }) =>
    `${place} wants a caller of account ${orList(wanted)}, and the caller is of ${denialCase.facts.principal?.account ?? 'another one'}`,
});
