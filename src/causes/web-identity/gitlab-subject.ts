import { subjectCause, subjectWords } from './subject-cause.ts';

export const gitlabSubject = subjectCause({
  id: 'web-identity.gitlab-subject',
  when: ({ presented }) => presented.startsWith('project_path:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});
