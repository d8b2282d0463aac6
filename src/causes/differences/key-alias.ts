import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
export const keyAlias = defineMiss({
  id: 'key-alias',
  kind: 'key-alias',
  doc: {
    what: 'names an alias of the key: what is done with a key is never a request for its alias.',
    why: 'An alias can be moved to another key. In a policy the ARN of an alias stands for managing the alias only.',
    fix: 'Name the key by its own ARN, or use the condition key kms:ResourceAliases.',
  },
});
