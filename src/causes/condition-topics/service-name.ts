import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html */
export const serviceName = defineTopic({
  id: 'service-name',
  keys: /^iam:awsservicename$/,
  by: 'the service for which a service-linked role is made',
  doc: {
    what: 'lets service-linked roles be made for certain services only, and this one is for another.',
    why: 'A service makes its role on first use with the permissions of whoever uses it; the service’s name in the policy is not quite the one that it has (autoscaling.amazonaws.com, elasticloadbalancing.amazonaws.com …).',
    fix: 'Have the owner of the policy add the name of the service, or let an administrator make the role once (aws iam create-service-linked-role).',
  },
});
