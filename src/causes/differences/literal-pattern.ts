import { defineMiss } from './miss-cause.ts';

export const literalPattern = defineMiss({
  id: 'literal-pattern',
  kind: 'literal-pattern',
});
