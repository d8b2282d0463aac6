import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const serviceHost = defineMiss({
  id: 'service-host',
  kind: 'service-host',
  elements: ['principal'],
  doc: {
    what: 'names a service by another host than the one that calls.',
    why: 'Service principals are written <service>.amazonaws.com, some with a region; ecs and ecs-tasks, for one, are two services.',
    fix: 'Add the host of the service that calls.',
  },
});
