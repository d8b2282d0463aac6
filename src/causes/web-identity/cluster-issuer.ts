import type { Case } from '../../model/case.ts';
import { shortName } from '../../model/short-name.ts';
import { listed } from '../trust/condition-cause.ts';
import { silentCause } from '../trust/silent-cause.ts';
import { trustedPrincipals } from '../trust/trusted-kinds.ts';
import { isWebIdentity } from './is-web-identity.ts';
import { hostOfProvider } from './issuer.ts';

const CLUSTER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/i;

/** The issuer of a cluster. https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html */
export const clusterIssuer = silentCause({
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
