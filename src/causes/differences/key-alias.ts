import { defineMiss } from './miss-cause.ts';

export const keyAlias = defineMiss({
  id: 'key-alias',
  kind: 'key-alias',
});
