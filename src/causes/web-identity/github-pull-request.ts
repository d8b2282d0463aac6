import { restIs } from './github-pair.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const pullRequest = subjectCause({
  id: 'web-identity.github-pull-request',
  doc: {
    what: 'The job runs for a pull request, and the trust policy trusts branches, tags or environments only.',
    why: 'The subject of such a run is repo:OWNER/NAME:pull_request, whatever its branch is.',
    fix: 'Run the job for the branch that is trusted; or, if pull requests are to have this role, have its owner add that subject.',
  },
  when: (mismatch) => restIs(/^pull_request$/, mismatch),
  summary: (mismatch) => `${subjectWords(mismatch)}: the run is for a pull request`,
});
