import { defineTopic } from './topic.ts';

export const organization = defineTopic({
  id: 'organization',
  keys: /^aws:(principalorgid|principalorgpaths|resourceorgid|resourceorgpaths)$/,
  by: 'the organization of caller or resource',
});
