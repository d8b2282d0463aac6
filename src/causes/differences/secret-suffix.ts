import { defineMiss } from './miss-cause.ts';

export const secretSuffix = defineMiss({
  id: 'secret-suffix',
  kind: 'secret-suffix',
});
