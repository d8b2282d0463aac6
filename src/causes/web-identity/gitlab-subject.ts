import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
export const gitlabSubject = subjectCause({
  id: 'web-identity.gitlab-subject',
  doc: {
    what: 'The trust policy wants another project, branch or tag of GitLab than the job’s.',
    why: 'The subject is project_path:GROUP/PROJECT:ref_type:branch|tag:ref:NAME; a merge request, another branch or a moved project changes it.',
    fix: 'Run the job on what is trusted, or have the owner of the role add the subject of this job.',
  },
  when: ({ presented }) => presented.startsWith('project_path:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});
