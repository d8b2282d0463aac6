import { defineMiss } from './miss-cause.ts';

export const bucketVsObject = defineMiss({
  id: 'bucket-vs-object',
  kind: 'bucket-vs-object',
});
