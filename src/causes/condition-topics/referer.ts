import { defineTopic } from './topic.ts';

export const referer = defineTopic({
  id: 'referer',
  keys: /^aws:(referer|useragent)$/,
  by: 'what the client says of itself',
});
