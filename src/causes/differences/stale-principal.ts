import { replaceDeadId } from '../../grants/dead-principal.ts';
import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
export const stalePrincipal = defineMiss({
  id: 'stale-principal',
  kind: 'unique-id',
  elements: ['principal'],
  remedies: replaceDeadId,
  doc: {
    what: 'names a principal that was deleted: AWS shows its unique id (AROA…, AIDA…) where its ARN stood.',
    why: 'AWS stores the unique id of a principal. A role or user that was deleted and created again under the same name has another one.',
    fix: 'Put the ARN in the place of the id; AWS then stores the new id, and refuses to save a policy that still has a dead one.',
  },
});
