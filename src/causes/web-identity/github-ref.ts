import { restIs } from './github-pair.ts';
import { githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const ref = subjectCause({
  id: 'web-identity.github-ref',
  when: (mismatch) => restIs(/^ref:/, mismatch),
  summary: (mismatch) =>
    `${subjectWords(mismatch)}: ${githubSubject(mismatch.nearest)?.rest.startsWith('environment:') === true ? 'the job names no environment' : 'another branch or tag'}`,
});
