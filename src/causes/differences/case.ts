import { defineMiss } from './miss-cause.ts';

export const letterCase = defineMiss({
  id: 'case',
  kind: 'case',
});
