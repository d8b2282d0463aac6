import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { isSaml, isWebIdentity } from '../../evidence/federated-call.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { targetRoleName } from '../../evidence/target-role.ts';
import { trustedPrincipals } from '../../evidence/trusted-principals.ts';
import { orList } from '../../evidence/value-words.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { createProvider, LIST_OIDC_PROVIDERS, LIST_SAML_PROVIDERS } from '../../grants/provider-commands.ts';
import { isAccountId, parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { issuerOfProvider } from '../../model/issuer.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { type BlockerCause, type CaseCause, caseCause } from '../cause.ts';
import { principalCause } from '../runners/principal-cause.ts';
import { silentCause } from '../runners/silent-cause.ts';

/** The trust policy names another provider than the one that issued the token, or none. */
export const tokenProvider = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity
  principalCause({
    id: 'web-identity.provider-account',
    when: ({ named, caller, denialCase }) => {
      const [policy, own] = [parseArn(named), parseArn(caller)];
      return (
        denialCase.facts.principal?.type === 'federated' &&
        policy !== undefined &&
        policy.resource === own?.resource &&
        policy.account !== own.account
      );
    },
    whyNot: 'the policy does not name the same provider in another account',
    summary: ({ named, place, denialCase }) =>
      `${place} names the identity provider of account ${parseArn(named)?.account ?? ''}, and the role is in ${denialCase.facts.resourceAccount ?? 'another one'}`,
    // The provider of the role's own account beside it, under the same conditions.
    remedies: ({ caller, miss: { statement, pointer } }) =>
      isAccountId(parseArn(caller)?.account ?? '')
        ? [{ kind: 'add-value', policy: statement.policy, pointer, value: caller, who: 'role-owner' }]
        : undefined,
  }),
  // https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
  silentCause({
    id: 'web-identity.cluster-issuer',
    when: (denialCase, blocker) => otherClusters(denialCase, blocker).length > 0,
    whyNot: 'the token is not of an EKS cluster, or the policy trusts that cluster, or no cluster',
    summary: (denialCase, blocker) =>
      `${targetRoleName(denialCase)} trusts the cluster with the issuer ${orList(otherClusters(denialCase, blocker))}, but the token is from ${issuerOf(denialCase) ?? ''}`,
  }),
  silentCause({
    id: 'web-identity.provider-not-trusted',
    when: (denialCase, blocker) => {
      if (!isWebIdentity(denialCase)) return false;
      const name = denialCase.facts.principal?.name ?? '';
      const providers = trustedPrincipals(blocker, denialCase).filter(({ kind }) => kind === 'Federated');
      return name === '' ? providers.length === 0 : providers.every(({ value }) => value !== name);
    },
    whyNot: 'the call is not AssumeRoleWithWebIdentity, or the policy names a provider that the token may be of',
    summary: (denialCase, blocker) => {
      const all = [...new Set(trustedPrincipals(blocker, denialCase).map(({ value }) => value))];
      const provider = denialCase.facts.principal?.name || 'any identity provider';
      return `The trust policy of ${targetRoleName(denialCase)} does not trust ${provider}${all.length === 0 ? '' : `, only ${orList(all)}`}`;
    },
    // Which subjects to trust is known from the token only.
    remedies: ({ token }) =>
      token?.subject == null
        ? [advise('add a statement for the identity provider, with its aud and the sub of the job', 'role-owner')]
        : undefined,
  }),
] as const satisfies readonly BlockerCause[];

/** The trust policy names a provider that does not exist in the account of the role. */
export const missingProvider = [
  caseCause({
    id: 'trust.oidc-provider-missing',
    layer: 'trust',
    find(denialCase) {
      if (!isWebIdentity(denialCase)) return 'the call is not AssumeRoleWithWebIdentity';
      const providers = denialCase.facts.providers?.oidc;
      if (providers?.status !== 'known') return PROVIDERS_NOT_KNOWN;
      const existing = providers.value.map(({ arn }) => arn);
      const missing = namedButMissing(denialCase, ':oidc-provider/', existing);
      if (missing === undefined) return ALL_EXIST;
      const issuer = issuerOfProvider(missing.arn) ?? '';
      return {
        summary: `${placeOfStatement(denialCase, missing.statement)} trusts the identity provider ${missing.arn}, which does not exist in ${denialCase.facts.resourceAccount}`,
        evidence: missingEvidence(denialCase, missing, 'iam:ListOpenIDConnectProviders', existing),
        certainty: 'likely',
        remedies: [
          advise(
            'create the identity provider in the account of the role, or name the one that is there',
            'account-admin',
            LIST_OIDC_PROVIDERS,
            ...(/^[\w./-]{1,255}$/.test(issuer) ? [createProvider(`https://${issuer}`, 'sts.amazonaws.com')] : []),
          ),
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** The same of a SAML provider. What could come from it is decided by that, so it is the trust policy's own cause. */
export const missingSamlProvider = [
  {
    kind: 'missing-allow',
    id: 'trust.saml-provider-missing',
    explain(_, denialCase) {
      if (!isSaml(denialCase)) return 'the call is not AssumeRoleWithSAML';
      const providers = denialCase.facts.providers?.saml;
      if (providers?.status !== 'known') return PROVIDERS_NOT_KNOWN;
      const existing = providers.value.map(({ arn }) => arn);
      const missing = namedButMissing(denialCase, ':saml-provider/', existing);
      if (missing === undefined) return ALL_EXIST;
      return {
        summary: `${placeOfStatement(denialCase, missing.statement)} trusts the SAML provider ${missing.arn}, which does not exist in ${denialCase.facts.resourceAccount}`,
        evidence: missingEvidence(denialCase, missing, 'iam:ListSAMLProviders', existing),
        remedies: [
          advise('create the SAML provider, or name the one that is there', 'account-admin', LIST_SAML_PROVIDERS),
        ],
      };
    },
  },
] as const satisfies readonly BlockerCause[];

const PROVIDERS_NOT_KNOWN = 'which identity providers the account has is not known';
const ALL_EXIST = 'the trust policy names no provider of the account, or one that exists';

/** A provider that the trust policy names. */
interface NamedProvider {
  readonly statement: StatementFinding;
  readonly pointer: string;
  readonly arn: string;
}

/** The first provider of the role's account that the trust policy names; undefined where it names one that exists. */
function namedButMissing(denialCase: DenialCase, kind: string, existing: readonly string[]): NamedProvider | undefined {
  const { verdict, facts } = denialCase;
  if (verdict === null) return undefined;
  const named = layerVerdict(verdict, 'trust')
    .statements.filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      principalsOf(documentOf(denialCase, statement), statement)
        .filter(({ value }) => value.includes(kind) && parseArn(value)?.account === facts.resourceAccount)
        .map(({ value, pointer }) => ({ statement, pointer, arn: value })),
    );
  return named.some(({ arn }) => existing.includes(arn)) ? undefined : named[0];
}

function missingEvidence(
  denialCase: DenialCase,
  { statement, pointer }: NamedProvider,
  call: string,
  existing: readonly string[],
): NonEmpty<Evidence> {
  return [
    statementEvidence(denialCase, statement, pointer),
    { kind: 'answer', call, text: existing.join(', ') || 'none' },
  ];
}

const CLUSTER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/i;

/** The issuer of the token, as the ARN of its provider names it. */
function issuerOf({ facts }: DenialCase): string | undefined {
  return issuerOfProvider(facts.principal?.name ?? '');
}

/** The issuers of EKS clusters that the policy trusts, where the token is of another cluster; otherwise none. */
function otherClusters(denialCase: DenialCase, blocker: Blocker): readonly string[] {
  const own = issuerOf(denialCase);
  if (own === undefined || !CLUSTER.test(own) || !isWebIdentity(denialCase)) return [];
  const issuers = trustedPrincipals(blocker, denialCase).flatMap(({ value }) => issuerOfProvider(value) ?? []);
  const clusters = [...new Set(issuers.filter((issuer) => CLUSTER.test(issuer)))];
  return clusters.includes(own) ? [] : clusters;
}
