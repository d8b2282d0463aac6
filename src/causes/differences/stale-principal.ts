import { replaceDeadId } from '../../grants/dead-principal.ts';
import { defineMiss } from './miss-cause.ts';

export const stalePrincipal = defineMiss({
  id: 'stale-principal',
  kind: 'unique-id',
  elements: ['principal'],
  remedies: replaceDeadId,
});
