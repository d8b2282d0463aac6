import { defineMiss } from './miss-cause.ts';

export const multivaluedKey = defineMiss({
  id: 'multivalued-key',
  kind: 'multivalued',
});
