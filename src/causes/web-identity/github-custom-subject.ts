import { GITHUB, githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const customSubject = subjectCause({
  id: 'web-identity.github-custom-subject',
  when: ({ issuer, presented }) => GITHUB.test(issuer) && githubSubject(presented) === undefined,
  summary: (mismatch) => `${subjectWords(mismatch)}: subjects are customised there`,
});
