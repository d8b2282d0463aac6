import { quoted } from '../../evidence/allow-evidence.ts';
import { isWebIdentity } from '../../evidence/federated-call.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import {
  type ConditionNearMiss,
  nearMissEvidence,
  type StatementNearMiss,
} from '../../evidence/near-miss/near-miss.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { orList } from '../../evidence/value-words.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { statementPerProvider } from '../../grants/claim-statements.ts';
import { ownerOf } from '../../grants/owners.ts';
import { claimKey, sameIssuer } from '../../model/claim-key.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { issuerOfProvider } from '../../model/issuer.ts';
import { type NonEmpty, nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import { blockerCause, type WhyNot } from '../cause.ts';

const NO_CONDITION: WhyNot = 'the statement that comes nearest does not fail in its conditions';

/**
 * Conditions on claims of several issuers in one statement, or of another issuer than the one that it trusts: a token has the keys of its own
 * issuer only, and all conditions have to hold.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export const otherIssuer = blockerCause({
  kind: 'missing-allow',
  id: 'web-identity.other-issuer',
  explain(blocker, denialCase) {
    if (!isWebIdentity(denialCase)) return 'the call is not AssumeRoleWithWebIdentity';
    const miss = nearestMiss(blocker, denialCase);
    if (miss === undefined || miss.conditions.length === 0) return NO_CONDITION;
    const providers = trustedProviders(miss, denialCase);
    const issuers = providers.flatMap((provider) => issuerOfProvider(provider) ?? []);
    const needed = miss.conditions.filter(needsClaim);
    const foreign = issuers.map((issuer) => needed.filter((condition) => !sameIssuer(issuerOf(condition), issuer)));
    const evidence = nonEmpty([...new Set(foreign.flat())]);
    if (evidence === undefined || foreign.some((conditions) => conditions.length === 0))
      return 'a token of a provider that the statement trusts can have all claims that its conditions are about';
    if (miss.certain && evidence.length < miss.conditions.length) return 'other conditions fail as well';
    const place = placeOfStatement(denialCase, miss.statement);
    const asked = [...new Set(miss.statement.conditions.flatMap(({ key }) => claimKey(key)?.issuer ?? []))];
    return {
      summary:
        asked.length > 1
          ? `${place} requires claims of tokens of ${asked.join(' and of ')} at once: a token has only the claims of its own issuer, and all conditions must be met`
          : `${place} trusts ${orList(issuers)}, but asks for a claim of tokens of ${asked[0] ?? ''}, which no token of that provider has`,
      evidence: foreignEvidence(evidence, miss, denialCase, quoted(blocker, denialCase)),
      remedies: statementPerProvider(miss, providers, denialCase),
    };
  },
});

/** The OIDC providers of the statement; where the token is known, the one that it is of. */
function trustedProviders(miss: StatementNearMiss, denialCase: DenialCase): readonly string[] {
  const named = principalsOf(documentOf(denialCase, miss.statement), miss.statement)
    .map(({ value }) => value)
    .filter((value) => issuerOfProvider(value) !== undefined);
  const { principal } = denialCase.facts;
  const own = principal?.type === 'federated' ? principal.name : '';
  return own === '' ? named : named.filter((value) => value === own);
}

/** A condition on a claim that does not hold for a token without it. */
function needsClaim({ operator: { negated, ifExists, set, family }, finding }: ConditionNearMiss): boolean {
  return (
    claimKey(finding.key) !== undefined && !negated && !ifExists && set !== 'ForAllValues' && family !== 'presence'
  );
}

function issuerOf({ finding }: ConditionNearMiss): string {
  return claimKey(finding.key)?.issuer ?? '';
}

function foreignEvidence(
  [first, ...others]: NonEmpty<ConditionNearMiss>,
  { statement }: StatementNearMiss,
  denialCase: DenialCase,
  quotes: readonly Evidence[],
): NonEmpty<Evidence> {
  const evidenceOf = (condition: ConditionNearMiss) =>
    nearMissEvidence(
      {
        ...condition,
        statement,
        difference: { ...condition.difference, words: `only tokens of ${issuerOf(condition)} have this claim` },
      },
      denialCase,
    );
  return [evidenceOf(first), ...others.map(evidenceOf), ...quotes];
}

/**
 * An audience that the identity provider does not take: STS refuses such a token before it looks at the trust policy, so the condition can
 * never hold.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export const unregisteredAudience = blockerCause({
  kind: 'missing-allow',
  id: 'web-identity.unregistered-audience',
  explain(blocker, denialCase) {
    if (!isWebIdentity(denialCase)) return 'the call is not AssumeRoleWithWebIdentity';
    const miss = nearestMiss(blocker, denialCase);
    if (miss === undefined || miss.certain) return 'the audience of the token is known, or no condition is open';
    const found = miss.conditions.flatMap((condition) => {
      const taken = audiencesOf(condition, denialCase);
      const { operator, values } = condition;
      const isExact = operator.family === 'string' && !operator.patterns && needsClaim(condition);
      const isDead = isExact && taken.length > 0 && !values.some(({ value }) => taken.includes(value));
      return isDead ? [{ condition, taken, values: values.map(({ value }) => value) }] : [];
    })[0];
    if (found === undefined) return 'no condition asks for an audience that the provider is known not to take';
    const { condition, taken, values } = found;
    const words = `the identity provider accepts tokens for ${orList(taken)} only, so no token has this audience`;
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} requires the audience ${orList(values)}, but ${words}`,
      evidence: [
        nearMissEvidence(
          { ...condition, statement: miss.statement, difference: { ...condition.difference, words } },
          denialCase,
        ),
        { kind: 'answer', call: 'iam:GetOpenIDConnectProvider', text: `ClientIDList: ${taken.join(', ')}` },
        ...quoted(blocker, denialCase),
      ],
      remedies: [takenAudience(condition, taken, miss, denialCase)],
    };
  },
});

/** The audiences that the provider of a condition on `aud` takes; empty where it is no such condition, or they are not known. */
export function audiencesOf({ finding }: Pick<ConditionNearMiss, 'finding'>, { facts }: DenialCase): readonly string[] {
  const found = claimKey(finding.key);
  const providers = facts.providers?.oidc;
  if (found?.claim.toLowerCase() !== 'aud' || providers?.status !== 'known') return [];
  const own = providers.value.find(({ arn }) => sameIssuer(issuerOfProvider(arn) ?? '', found.issuer));
  return own?.audiences ?? [];
}

function takenAudience(
  { finding }: ConditionNearMiss,
  taken: readonly string[],
  { statement: { policy } }: StatementNearMiss,
  denialCase: DenialCase,
): Remedy {
  const who = ownerOf('trust', denialCase, policy);
  const [only = '', ...others] = taken;
  return others.length === 0
    ? { kind: 'add-value', policy, pointer: finding.pointer, value: only, who }
    : advise(`let ${finding.key} be the audience that the token is requested for: ${orList(taken)}`, who);
}
