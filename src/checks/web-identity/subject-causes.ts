import type { Check } from '../check.ts';
import { covers, isPattern } from '../near-miss/covers.ts';
import { githubCauses } from './github-causes.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
const patternUnderEquals = subjectCause({
  id: 'web-identity.pattern-under-equals',
  doc: {
    what: 'The trust policy has a pattern with `*` for the subject under StringEquals, which takes it literally.',
    why: 'Only StringLike knows wildcards.',
    fix: 'Have the owner of the role use StringLike for the pattern, or add the exact subject.',
  },
  when: ({ condition, nearest, presented }) =>
    !condition.operator.patterns && isPattern(nearest) && covers(nearest, presented),
  summary: ({ place, nearest, condition }) =>
    `${place} has the pattern ${nearest} under ${condition.condition.operator}, which takes it literally: StringLike would match`,
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
const subjectCase = subjectCause({
  id: 'web-identity.subject-case',
  doc: {
    what: 'The subject in the trust policy differs from the token’s in letter case only.',
    why: 'Subjects are compared exactly: Octo-Org is not octo-org.',
    fix: 'Have the owner of the role add the subject as the token has it.',
  },
  when: ({ nearest, presented }) => covers(nearest.toLowerCase(), presented.toLowerCase()),
  summary: (mismatch) => `${subjectWords(mismatch)}: only letter case differs`,
});

/** https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
const gitlabSubject = subjectCause({
  id: 'web-identity.gitlab-subject',
  doc: {
    what: 'The trust policy wants another project, branch or tag of GitLab than the job’s.',
    why: 'The subject is project_path:GROUP/PROJECT:ref_type:branch|tag:ref:NAME; a merge request, another branch or a moved project changes it.',
    fix: 'Run the job on what is trusted, or have the owner of the role add the subject of this job.',
  },
  when: ({ presented }) => presented.startsWith('project_path:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});

/** https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens */
const terraformSubject = subjectCause({
  id: 'web-identity.terraform-subject',
  doc: {
    what: 'The trust policy wants another project, workspace or phase of HCP Terraform than the run’s.',
    why: 'Plan and apply have subjects of their own (run_phase:plan, run_phase:apply), and the project is a part of them too.',
    fix: 'Have the owner of the role add the subject of this run, or a pattern that covers both phases under StringLike.',
  },
  when: ({ presented }) => presented.startsWith('organization:') && presented.includes(':run_phase:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});

/** https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
const serviceAccount = subjectCause({
  id: 'web-identity.service-account',
  doc: {
    what: 'The trust policy wants another service account of the cluster than the pod’s.',
    why: 'The subject is system:serviceaccount:NAMESPACE:NAME; the pod runs in another namespace, or with another service account (often `default`).',
    fix: 'Let the pod use the service account that is trusted, or have the owner of the role add this one.',
  },
  when: ({ presented }) => presented.startsWith('system:serviceaccount:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${serviceAccountWords(mismatch.nearest, mismatch.presented)}`,
});

function serviceAccountWords(wanted: string, presented: string): string {
  const [, , namespace = '', name = ''] = wanted.split(':');
  const [, , ownNamespace = '', ownName = ''] = presented.split(':');
  const other = [
    ...(covers(namespace, ownNamespace) ? [] : [`namespace ${ownNamespace}, not ${namespace}`]),
    ...(covers(name, ownName) ? [] : [`service account ${ownName}, not ${name}`]),
  ];
  return other.length === 0 ? 'another service account' : other.join(', and ');
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
const otherSubject = subjectCause({
  id: 'web-identity.subject',
  doc: {
    what: 'The trust policy wants another subject (sub) than the token has.',
    why: 'The subject says for whom the issuer made the token: another job, service account, user or client than the one that is trusted.',
    fix: 'Use the role from where it is trusted, or have the owner of the role add the subject of the token.',
  },
  when: () => true,
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});

/** The subject of the token is not the one that is trusted. */
export const subjectCauses = [
  patternUnderEquals,
  subjectCase,
  ...githubCauses,
  gitlabSubject,
  terraformSubject,
  serviceAccount,
  otherSubject,
] as const satisfies readonly Check[];
