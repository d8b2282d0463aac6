import { restIs } from './github-pair.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const environment = subjectCause({
  id: 'web-identity.github-environment',
  when: (mismatch) => restIs(/^environment:/, mismatch),
  summary: (mismatch) => `${subjectWords(mismatch)}: the environment of the job takes the place of its branch`,
});
