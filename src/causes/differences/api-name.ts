import { defineMiss } from './miss-cause.ts';

export const apiName = defineMiss({
  id: 'api-name',
  kind: 'api-name',
});
