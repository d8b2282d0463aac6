import { defineMiss } from './miss-cause.ts';

export const hiddenCharacters = defineMiss({
  id: 'characters',
  kind: 'characters',
});
