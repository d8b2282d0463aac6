import { GITHUB, githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const customSubject = subjectCause({
  id: 'web-identity.github-custom-subject',
  doc: {
    what: 'The subjects of this organization or repository are customised, and the trust policy wants one of the usual form.',
    why: 'A template (include_claim_keys) makes subjects of other claims, such as job_workflow_ref or repository_owner.',
    fix: 'Have the owner of the role trust the subject as the token has it.',
  },
  when: ({ issuer, presented }) => GITHUB.test(issuer) && githubSubject(presented) === undefined,
  summary: (mismatch) => `${subjectWords(mismatch)}: subjects are customised there`,
});
