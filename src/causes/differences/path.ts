import { defineMiss } from './miss-cause.ts';

export const wrongPath = defineMiss({
  id: 'path',
  kind: 'path',
});
