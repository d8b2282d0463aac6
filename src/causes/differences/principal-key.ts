import { defineMiss } from './miss-cause.ts';

export const principalKey = defineMiss({
  id: 'principal-key',
  kind: 'principal-key',
  ownStatement: true,
  elements: ['principal'],
});
