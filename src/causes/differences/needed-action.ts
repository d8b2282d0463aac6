import { defineMiss } from './miss-cause.ts';

export const neededAction = defineMiss({
  id: 'needed-action',
  kind: 'needed',
});
