import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const principalKey = defineMiss({
  id: 'principal-key',
  kind: 'principal-key',
  ownStatement: true,
  elements: ['principal'],
  doc: {
    what: 'names the caller under the wrong key.',
    why: 'Users, roles and accounts stand under AWS, services under Service, identity providers under Federated.',
    fix: 'Name the caller under the right key.',
  },
});
