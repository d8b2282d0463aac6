import { defineTopic } from './topic.ts';

export const serviceName = defineTopic({
  id: 'service-name',
  keys: /^iam:awsservicename$/,
  by: 'the service for which a service-linked role is made',
});
