import { defineTopic } from './topic.ts';

export const principalArn = defineTopic({
  id: 'principal-arn',
  keys: /^aws:(principalarn|principaltype)$/,
  by: 'the caller’s ARN',
});
