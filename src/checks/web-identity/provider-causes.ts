import { isAccountId, parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import type { Check } from '../check.ts';
import { advise } from '../text/advise.ts';
import { listed } from '../trust/condition-cause.ts';
import { principalCause } from '../trust/principal-cause.ts';
import { silentCause } from '../trust/silent-cause.ts';
import { trustedPrincipals } from '../trust/trusted-kinds.ts';
import { shortName } from '../words.ts';
import { isWebIdentity } from './is-web-identity.ts';
import { hostOfProvider } from './issuer.ts';

/** The issuer of a cluster. https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html */
const CLUSTER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/i;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity */
const providerAccount = principalCause({
  id: 'web-identity.provider-account',
  doc: {
    what: 'The trust policy names the identity provider of another account.',
    why: 'An identity provider counts in its own account only: the ARN was copied from a role elsewhere, or the account id is mistyped.',
    fix: 'Have the owner of the role name the provider of the role’s own account, and create it there if it is missing.',
  },
  when: ({ named, caller, subject }) => {
    const [policy, own] = [parseArn(named), parseArn(caller)];
    return (
      subject.facts.principal?.type === 'federated' &&
      policy !== undefined &&
      policy.resource === own?.resource &&
      policy.account !== own.account
    );
  },
  summary: ({ named, place, subject }) =>
    `${place} names the identity provider of account ${parseArn(named)?.account ?? ''}, and the role is in ${subject.facts.resourceAccount ?? 'another one'}`,
  // A provider of the role's own account beside it, under the same conditions.
  remedies: ({ caller, miss }) =>
    isAccountId(parseArn(caller)?.account ?? '')
      ? [{ kind: 'add-value', policy: miss.statement.policy, pointer: miss.pointer, value: caller, who: 'role-owner' }]
      : undefined,
});

const clusterIssuer = silentCause({
  id: 'web-identity.cluster-issuer',
  doc: {
    what: 'The trust policy trusts the issuer of another EKS cluster than the one that the pod runs in.',
    why: 'A cluster that is created anew has a new issuer id; a role that is shared by several clusters has to name the issuer of each.',
    fix: 'Create the identity provider of the new cluster in the account of the role, and have the owner of the role add a statement for it.',
  },
  when: (subject, blockage) => issuersOfClusters(subject, blockage) !== undefined,
  summary(subject, blockage) {
    const role = shortName(subject.facts.role?.arn ?? null);
    return `${role} trusts the cluster with the issuer ${listed(issuersOfClusters(subject, blockage) ?? [])}, and the token is of ${hostOfProvider(subject.facts.principal?.name ?? '') ?? ''}`;
  },
});

function issuersOfClusters(
  subject: Case,
  blockage: Parameters<typeof trustedPrincipals>[0],
): readonly string[] | undefined {
  const own = hostOfProvider(subject.facts.principal?.name ?? '');
  if (own === undefined || !CLUSTER.test(own) || !isWebIdentity(subject)) return undefined;
  const issuers = trustedPrincipals(blockage, subject).flatMap(({ value }) => hostOfProvider(value) ?? []);
  const clusters = [...new Set(issuers.filter((issuer) => CLUSTER.test(issuer)))];
  return clusters.length === 0 || clusters.includes(own) ? undefined : clusters;
}

const providerNotTrusted = silentCause({
  id: 'web-identity.provider-not-trusted',
  doc: {
    what: 'The trust policy has no statement for the identity provider that issued the token.',
    why: 'The role was made for users, roles or a service, or for another provider.',
    fix: 'Have the owner of the role add a statement for the provider, with its audience and the subjects that are to have the role; or use a role that is made for it.',
  },
  when: (subject, blockage) => {
    if (!isWebIdentity(subject)) return false;
    const name = subject.facts.principal?.name ?? '';
    const providers = trustedPrincipals(blockage, subject).filter(({ kind }) => kind === 'Federated');
    return name === '' ? providers.length === 0 : providers.every(({ value }) => value !== name);
  },
  summary: (subject, blockage) => {
    const all = [...new Set(trustedPrincipals(blockage, subject).map(({ value }) => value))];
    const who = subject.facts.principal?.name || 'any identity provider';
    return `The trust policy of ${shortName(subject.facts.role?.arn ?? null)} trusts ${all.length === 0 ? 'nobody' : listed(all)}, and not ${who}`;
  },
  // Without the token nobody can say which subjects to trust.
  remedies: (subject) =>
    subject.token?.subject == null
      ? [advise('add a statement for the identity provider, with its aud and the sub of the job', 'role-owner')]
      : undefined,
});

/** Another provider is named than the one that issued the token. */
export const providerCauses = [providerAccount, clusterIssuer, providerNotTrusted] as const satisfies readonly Check[];
