import { restIs } from './github-pair.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const pullRequest = subjectCause({
  id: 'web-identity.github-pull-request',
  when: (mismatch) => restIs(/^pull_request$/, mismatch),
  summary: (mismatch) => `${subjectWords(mismatch)}: the run is for a pull request`,
});
