import { defineTopic } from './topic.ts';

export const sourceAccount = defineTopic({
  id: 'source-account',
  keys: /^aws:(sourceaccount|sourcearn|sourceowner|sourceorgid|sourceorgpaths)$/,
  by: 'the resource for which a service makes the call',
});
