import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const serviceNotTrusted = silentCause({
  id: 'trust.service-not-trusted',
  when: (denialCase) => denialCase.facts.principal?.type === 'service',
  summary: (denialCase) =>
    `The trust policy of ${shortName(denialCase.facts.role?.arn ?? denialCase.request?.resource ?? null)} does not trust the service ${denialCase.facts.principal?.name ?? ''}`,
});
