import { defineMiss } from './miss-cause.ts';

export const wrongRegion = defineMiss({
  id: 'arn-region',
  kind: 'region',
});
