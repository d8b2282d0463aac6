import { parsePrincipal } from '../../model/principal.ts';
import { principalCause } from '../runners/principal-cause.ts';

export const sessionPrincipal = principalCause({
  id: 'trust.session-principal',
  when: ({ named, denialCase }) => {
    const { principal } = denialCase.facts;
    const policy = parsePrincipal(named);
    return policy?.type === 'session' && policy.name === principal?.name && policy.account === principal.account;
  },
  summary: ({ named, place, denialCase }) =>
    `${place} names ${named}, one session of the role ${denialCase.facts.principal?.name ?? ''}; the caller is the session ${denialCase.facts.principal?.sessionName ?? ''}`,
});
