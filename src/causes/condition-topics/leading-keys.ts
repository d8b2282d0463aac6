import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html */
export const leadingKeys = defineTopic({
  id: 'leading-keys',
  keys: /^dynamodb:(leadingkeys|attributes|select|returnvalues|returnconsumedcapacity)$/,
  by: 'the items and attributes that are asked for',
  doc: {
    what: 'gives access to certain items or attributes of the table only, and the request is for others.',
    why: 'dynamodb:LeadingKeys holds the partition keys of the request: it has to be compared by ForAllValues, a Scan carries none, and a policy variable in it has no value for a caller of another kind.',
    fix: 'Ask for the items and attributes that are allowed (a Query in place of a Scan), or have the owner of the policy add them.',
  },
});
