import { subjectCause, subjectWords } from './subject-cause.ts';

export const otherSubject = subjectCause({
  id: 'web-identity.subject',
  when: () => true,
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});
