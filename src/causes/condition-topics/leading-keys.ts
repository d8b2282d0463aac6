import { defineTopic } from './topic.ts';

export const leadingKeys = defineTopic({
  id: 'leading-keys',
  keys: /^dynamodb:(leadingkeys|attributes|select|returnvalues|returnconsumedcapacity)$/,
  by: 'the items and attributes that are asked for',
});
