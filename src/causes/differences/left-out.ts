import { defineMiss } from './miss-cause.ts';

export const leftOutByNot = defineMiss({
  id: 'left-out',
  kind: 'left-out',
});
