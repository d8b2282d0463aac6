import { defineMiss } from './miss-cause.ts';

export const serviceHost = defineMiss({
  id: 'service-host',
  kind: 'service-host',
  elements: ['principal'],
});
