import { defineMiss } from './miss-cause.ts';

export const conditionKeyName = defineMiss({
  id: 'condition-key',
  kind: 'key-name',
});
