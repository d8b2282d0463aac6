import { defineMiss } from './miss-cause.ts';

export const listInText = defineMiss({
  id: 'list-in-text',
  kind: 'list-in-text',
});
