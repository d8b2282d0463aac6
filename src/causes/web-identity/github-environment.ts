import { restIs } from './github-pair.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const environment = subjectCause({
  id: 'web-identity.github-environment',
  doc: {
    what: 'The job names an environment that the trust policy does not trust.',
    why: 'With `environment:` the subject is repo:OWNER/NAME:environment:ENVIRONMENT, and branch or tag are no part of it any more.',
    fix: 'Have the owner of the role add the subject of the environment, or let the job name the one that is trusted.',
  },
  when: (mismatch) => restIs(/^environment:/, mismatch),
  summary: (mismatch) => `${subjectWords(mismatch)}: the environment of the job takes the place of its branch`,
});
