import { covers } from '../../evidence/near-miss/covers.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export const subjectCase = subjectCause({
  id: 'web-identity.subject-case',
  doc: {
    what: 'The subject in the trust policy differs from the token’s in letter case only.',
    why: 'Subjects are compared exactly: Octo-Org is not octo-org.',
    fix: 'Have the owner of the role add the subject as the token has it.',
  },
  when: ({ nearest, presented }) => covers(nearest.toLowerCase(), presented.toLowerCase()),
  summary: (mismatch) => `${subjectWords(mismatch)}: only letter case differs`,
});
