import { restIs } from './github-pair.ts';
import { githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const ref = subjectCause({
  id: 'web-identity.github-ref',
  doc: {
    what: 'The job runs on a branch or tag that the trust policy does not trust; or it names no environment where the policy wants one.',
    why: 'The subject ends in ref:refs/heads/BRANCH or ref:refs/tags/TAG unless the job names an environment.',
    fix: 'Run the job on the branch or tag, or in the environment, that is trusted; or have the owner of the role add this one.',
  },
  when: (mismatch) => restIs(/^ref:/, mismatch),
  summary: (mismatch) =>
    `${subjectWords(mismatch)}: ${githubSubject(mismatch.nearest)?.rest.startsWith('environment:') === true ? 'the job names no environment' : 'another branch or tag'}`,
});
