import { defineMiss } from './miss-cause.ts';

export const wrongAccount = defineMiss({
  id: 'account',
  kind: 'account',
});
