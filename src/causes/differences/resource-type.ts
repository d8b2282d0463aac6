import { defineMiss } from './miss-cause.ts';

export const resourceType = defineMiss({
  id: 'resource-type',
  kind: 'resource-type',
});
