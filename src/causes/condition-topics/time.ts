import { defineTopic } from './topic.ts';

export const time = defineTopic({
  id: 'time',
  keys: /^aws:(currenttime|epochtime)$/,
  by: 'the time',
  guard: 'set another time in the condition, if the access is still wanted',
});
