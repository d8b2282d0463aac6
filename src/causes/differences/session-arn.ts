import { defineMiss } from './miss-cause.ts';

export const sessionArn = defineMiss({
  id: 'session-arn',
  kind: 'session-arn',
});
