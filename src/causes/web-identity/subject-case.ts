import { covers } from '../../evidence/near-miss/covers.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const subjectCase = subjectCause({
  id: 'web-identity.subject-case',
  when: ({ nearest, presented }) => covers(nearest.toLowerCase(), presented.toLowerCase()),
  summary: (mismatch) => `${subjectWords(mismatch)}: only letter case differs`,
});
