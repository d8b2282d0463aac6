import { subjectCause, subjectWords } from './subject-cause.ts';

export const terraformSubject = subjectCause({
  id: 'web-identity.terraform-subject',
  when: ({ presented }) => presented.startsWith('organization:') && presented.includes(':run_phase:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});
