import { defineMiss } from './miss-cause.ts';

export const containedResource = defineMiss({
  id: 'contained',
  kind: 'inside',
});
