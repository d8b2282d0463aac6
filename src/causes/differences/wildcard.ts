import { defineMiss } from './miss-cause.ts';

export const wildcardReach = defineMiss({
  id: 'wildcard',
  kind: 'wildcard',
  elements: ['action', 'resource', 'principal'],
});
