import { defineMiss } from './miss-cause.ts';

export const notAnArn = defineMiss({
  id: 'not-an-arn',
  kind: 'not-an-arn',
});
