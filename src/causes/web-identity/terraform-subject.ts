import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens */
export const terraformSubject = subjectCause({
  id: 'web-identity.terraform-subject',
  doc: {
    what: 'The trust policy wants another project, workspace or phase of HCP Terraform than the run’s.',
    why: 'Plan and apply have subjects of their own (run_phase:plan, run_phase:apply), and the project is a part of them too.',
    fix: 'Have the owner of the role add the subject of this run, or a pattern that covers both phases under StringLike.',
  },
  when: ({ presented }) => presented.startsWith('organization:') && presented.includes(':run_phase:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});
