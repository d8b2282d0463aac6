import { isWebIdentity } from '../../evidence/federated-call.ts';
import { trustedPrincipals } from '../../evidence/trusted-principals.ts';
import { orList } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';
import { hostOfProvider } from './identity-provider.ts';

const CLUSTER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/i;

/** The issuer of a cluster. https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html */
export const clusterIssuer = silentCause({
  id: 'web-identity.cluster-issuer',
  when: (denialCase, blocker) => issuersOfClusters(denialCase, blocker) !== undefined,
  summary(denialCase, blocker) {
    const role = shortName(denialCase.facts.role?.arn ?? null);
    return `${role} trusts the cluster with the issuer ${orList(issuersOfClusters(denialCase, blocker) ?? [])}, and the token is of ${hostOfProvider(denialCase.facts.principal?.name ?? '') ?? ''}`;
  },
});

function issuersOfClusters(
  denialCase: DenialCase,
  blocker: Parameters<typeof trustedPrincipals>[0],
): readonly string[] | undefined {
  const own = hostOfProvider(denialCase.facts.principal?.name ?? '');
  if (own === undefined || !CLUSTER.test(own) || !isWebIdentity(denialCase)) return undefined;
  const issuers = trustedPrincipals(blocker, denialCase).flatMap(({ value }) => hostOfProvider(value) ?? []);
  const clusters = [...new Set(issuers.filter((issuer) => CLUSTER.test(issuer)))];
  return clusters.length === 0 || clusters.includes(own) ? undefined : clusters;
}
