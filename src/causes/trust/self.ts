import { namedCaller } from '../../evidence/named-caller.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { advise } from '../../grants/advise.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const self = silentCause({
  id: 'trust.self',
  when: (denialCase, blocker) => {
    const element = nearestMiss(blocker, denialCase)?.element;
    if (element === 'condition' || element === 'action') return false;
    const { principal, arn } = namedCaller(denialCase);
    const target = denialCase.facts.role?.arn ?? denialCase.request?.resource;
    return (principal.type === 'session' || principal.type === 'role') && arn !== null && arn === target;
  },
  summary: (denialCase) =>
    `The role ${shortName(denialCase.request?.resource ?? null)} tries to assume itself, and its trust policy does not name it`,
  remedies: () => [advise('leave out role_arn (assume_role): the program already runs with this role')],
});
