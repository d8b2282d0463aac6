import { isWebIdentity } from '../../evidence/federated-call.ts';
import { covers, isPattern } from '../../evidence/near-miss/covers.ts';
import { orList } from '../../evidence/value-words.ts';
import { advise } from '../../grants/advise.ts';
import { type BlockerCause, blockerCause, type WhyNot } from '../cause.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { githubPair, isCustomised, isSameRepository } from './github-subject.ts';
import { addSubject, mismatchEvidence, type SubjectMismatch, subjectMismatch } from './subject-mismatch.ts';

const NO_MISMATCH: WhyNot = 'no condition on the subject of the token is known to fail on its own';

/**
 * The token has another subject (sub) than the trust policy wants: first what is wrong whatever the issuer is, then the forms that the
 * issuers give their subjects.
 */
export const tokenSubject = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
  subjectCause({
    id: 'web-identity.pattern-under-equals',
    when: ({ condition, nearest, presented }) =>
      !condition.operator.patterns && isPattern(nearest) && covers(nearest, presented),
    whyNot: 'the policy has no pattern for the subject that would match with StringLike',
    summary: ({ place, nearest, condition }) =>
      `${place} has the pattern ${nearest} under ${condition.finding.operator}, which takes it literally: StringLike would match`,
  }),
  subjectCause({
    id: 'web-identity.subject-case',
    when: ({ nearest, presented }) => covers(nearest.toLowerCase(), presented.toLowerCase()),
    whyNot: 'the subjects differ in more than letter case',
    summary: (mismatch) => `${subjectWords(mismatch)}: only letter case differs`,
  }),
  // https://docs.github.com/actions/reference/security/oidc
  subjectCause({
    id: 'web-identity.github-immutable-subject',
    when: (mismatch) => {
      const pair = githubPair(mismatch);
      return (
        pair !== undefined &&
        pair.wanted.hasIds !== pair.presented.hasIds &&
        covers(pair.wanted.plainRepository, pair.presented.plainRepository)
      );
    },
    whyNot: 'the subjects are not those of one repository of GitHub, one with ids and one without',
    summary: (mismatch) =>
      `${subjectWords(mismatch)}: ${githubPair(mismatch)?.presented.hasIds === true ? 'the token has the form with ids, the policy the form without' : 'the token has the form without ids, the policy the form with ids'}`,
  }),
  subjectCause({
    id: 'web-identity.github-custom-subject',
    when: isCustomised,
    whyNot: 'the token is not of GitHub, or has a subject of the usual form',
    summary: (mismatch) => `${subjectWords(mismatch)}: subjects are customised there`,
  }),
  subjectCause({
    id: 'web-identity.github-repository',
    when: (mismatch) => {
      const pair = githubPair(mismatch);
      return pair !== undefined && !isSameRepository(pair);
    },
    whyNot: 'the subjects are not those of two repositories of GitHub',
    summary: (mismatch) => `${subjectWords(mismatch)}: a different repository`,
  }),
  // The subjects of one repository: they differ in what follows its name.
  subjectCause({
    id: 'web-identity.github-pull-request',
    when: (mismatch) => githubPair(mismatch)?.presented.rest === 'pull_request',
    whyNot: 'the subject of the token is not that of a pull request of GitHub',
    summary: (mismatch) => `${subjectWords(mismatch)}: the run is for a pull request`,
  }),
  subjectCause({
    id: 'web-identity.github-environment',
    when: (mismatch) => githubPair(mismatch)?.presented.rest.startsWith('environment:') === true,
    whyNot: 'the subject of the token does not name an environment of GitHub',
    summary: (mismatch) => `${subjectWords(mismatch)}: the environment of the job takes the place of its branch`,
  }),
  subjectCause({
    id: 'web-identity.github-ref',
    when: (mismatch) => githubPair(mismatch)?.presented.rest.startsWith('ref:') === true,
    whyNot: 'the subject of the token does not name a branch or tag of GitHub',
    summary: (mismatch) =>
      `${subjectWords(mismatch)}: ${githubPair(mismatch)?.wanted.rest.startsWith('environment:') === true ? 'the job names no environment' : 'another branch or tag'}`,
  }),
  // https://docs.gitlab.com/ci/secrets/id_token_authentication/
  subjectCause({
    id: 'web-identity.gitlab-subject',
    when: ({ presented }) => presented.startsWith('project_path:'),
    whyNot: 'the subject of the token is not that of a GitLab job',
    summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
  }),
  subjectCause({
    id: 'web-identity.terraform-subject',
    when: ({ presented }) => presented.startsWith('organization:') && presented.includes(':run_phase:'),
    whyNot: 'the subject of the token is not that of a run of HCP Terraform',
    summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
  }),
  // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
  subjectCause({
    id: 'web-identity.service-account',
    when: ({ presented }) => presented.startsWith('system:serviceaccount:'),
    whyNot: 'the subject of the token is not that of a Kubernetes service account',
    summary: (mismatch) => `${subjectWords(mismatch)}: ${serviceAccountWords(mismatch)}`,
  }),
  subjectCause({
    id: 'web-identity.subject',
    summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
  }),
  // Several claims of a token that is not known: last, because the environment of a job may predict the subject of its token.
  conditionCause({
    id: 'web-identity.token-not-shown',
    keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$/,
    when: ({ miss, denialCase }) => isWebIdentity(denialCase) && !miss.certain && miss.conditions.length > 1,
    whyNot: 'the claims of the token are known, or only one condition on them fails',
    summary({ miss, place }) {
      const wants = miss.conditions.map(
        ({ finding: { key }, values }) =>
          `${key.slice(key.lastIndexOf(':') + 1)} ${orList(values.map(({ value }) => value))}`,
      );
      return `${place} requires ${wants.join(' and ')}; what the token has is unknown`;
    },
    remedies: () => [
      advise('run denytrace in the job, or pass the job’s token: it is decoded on this machine and sent nowhere'),
    ],
  }),
] as const satisfies readonly BlockerCause[];

/** A cause that the token has another subject than the trust policy wants. */
interface SubjectCause<Id extends string> {
  readonly id: Id;
  /** Always true unless given. */
  readonly when?: (mismatch: SubjectMismatch) => boolean;
  readonly whyNot?: WhyNot;
  readonly summary: (mismatch: SubjectMismatch) => string;
}

function subjectCause<const Id extends string>(cause: SubjectCause<Id>): BlockerCause<Id> {
  const { id, when = () => true, whyNot = NO_MISMATCH, summary } = cause;
  return blockerCause({
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      const mismatch = subjectMismatch(blocker, denialCase);
      if (mismatch === undefined) return NO_MISMATCH;
      if (!when(mismatch)) return whyNot;
      return {
        summary: summary(mismatch),
        evidence: mismatchEvidence(mismatch, blocker, denialCase),
        remedies: addSubject(mismatch, denialCase),
      };
    },
  });
}

/** `wants A, and the token has B`, in words as sure as we are. */
function subjectWords({ place, nearest, presented, when }: SubjectMismatch): string {
  const has = when === undefined ? `the token has ${presented}` : `the token of this job has ${presented} (if ${when})`;
  return `${place} requires the subject ${nearest}, but ${has}`;
}

function serviceAccountWords({ nearest, presented }: SubjectMismatch): string {
  const [, , namespace = '', name = ''] = nearest.split(':');
  const [, , ownNamespace = '', ownName = ''] = presented.split(':');
  const other = [
    ...(covers(namespace, ownNamespace) ? [] : [`the policy has namespace ${namespace}, the token ${ownNamespace}`]),
    ...(covers(name, ownName) ? [] : [`the policy has service account ${name}, the token ${ownName}`]),
  ];
  return other.length === 0 ? 'a different service account' : other.join(', and ');
}
