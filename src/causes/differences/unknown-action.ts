import { defineMiss } from './miss-cause.ts';

export const unknownAction = defineMiss({
  id: 'unknown-action',
  kind: 'unknown-action',
});
