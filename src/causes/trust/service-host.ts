import { principalCause } from '../runners/principal-cause.ts';

export const serviceHost = principalCause({
  id: 'trust.service-host',
  when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
  summary: ({ named, caller, miss, place }) =>
    `${place} trusts ${named}, and the service is ${caller}: ${miss.difference.words}`,
});
