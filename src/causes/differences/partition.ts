import { defineMiss } from './miss-cause.ts';

export const wrongPartition = defineMiss({
  id: 'partition',
  kind: 'partition',
});
