import { defineMiss } from './miss-cause.ts';

export const actionPrefix = defineMiss({
  id: 'action-prefix',
  kind: 'other-service',
});
