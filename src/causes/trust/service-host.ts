import { principalCause } from './principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const serviceHost = principalCause({
  id: 'trust.service-host',
  doc: {
    what: 'The trust policy names a host that is almost that of the AWS service.',
    why: 'amazon.com in place of amazonaws.com, the host of one region, ecs in place of ecs-tasks, or a letter. A misspelt service is saved as long as some service has the name.',
    fix: 'Have the owner of the role add the host that the service really uses.',
  },
  when: ({ subject }) => subject.facts.principal?.type === 'service',
  summary: ({ named, caller, miss, place }) =>
    `${place} trusts ${named}, and the service is ${caller}: ${miss.nearMiss.difference}`,
});
