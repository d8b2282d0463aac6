import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { differentAccounts } from '../../evidence/different-accounts.ts';
import { allowsOf } from '../../evidence/near-miss/find-near-misses.ts';
import { documentOf, layerFact, principalsOf } from '../../evidence/policy-lookup.ts';
import { listWords } from '../../evidence/value-words.ts';
import { callerWords, resourcePolicyFor } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { servicePrefix } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { upperFirst } from '../../model/layer-words.ts';
import { shortName } from '../../model/short-name.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPrincipal } from '../../policy/read-principal.ts';
import { hasNoResourcePolicies } from '../../reference/resources/resource-policies.ts';
import { type BlockerCause, blockerCause, type WhyNot } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

const SAME_ACCOUNT: WhyNot = 'the caller and the resource are not known to be in different accounts';

/** A Deny of everybody who is not on a list. */
export const notPrincipal = blockerCause({
  kind: 'explicit-deny',
  id: 'resource.not-principal',
  explain(blocker, denialCase) {
    if (blocker.kind !== 'explicit-deny') return NO_DENY;
    const { statement } = blocker;
    const pointer = `${statement.pointer}/NotPrincipal`;
    const value = getPointer(documentOf(denialCase, statement), pointer);
    if (value === undefined) return 'the statement has no NotPrincipal';
    const named = readPrincipal(undefined, value, statement.pointer)?.entries.map((entry) => entry.value) ?? [];
    return denyFinding(blocker, denialCase, {
      words: `${denialCase.request?.action ?? 'it'} to everyone except ${listWords(named)} (NotPrincipal)${whyDeniedThough(named, denialCase)}`,
      pointer,
    });
  },
});

/** Why it denies a caller whom the list seems to name. */
function whyDeniedThough(named: readonly string[], { facts, request }: DenialCase): string {
  const role = facts.callerEntity.status === 'known' ? facts.callerEntity.value.arn : null;
  const arn = request?.principal.arn ?? null;
  if (facts.policies.boundary.status === 'known' && [role, arn].some((one) => one !== null && named.includes(one)))
    return '; a principal with a permissions boundary is never exempt';
  if (request?.principal.type !== 'session' || role === null || arn === null) return '';
  return named.includes(role) && !named.includes(arn)
    ? `; the caller is a session of ${shortName(role)}, exempt only if its own ARN is listed too, ${arn}`
    : '';
}

/** No statement of the resource's policy comes near to allowing the request. */
export const silentResourcePolicy = [
  blockerCause({
    kind: 'missing-allow',
    id: 'resource.not-public',
    explain(blocker, denialCase) {
      if (denialCase.facts.principal?.type !== 'anonymous') return 'the caller is not anonymous';
      return {
        summary: `The request was not signed, and ${shortName(denialCase.request?.resource ?? null)} is not public`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: [advise('sign the request: use credentials, or a presigned URL')],
      };
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'resource.no-policies',
    explain(blocker, denialCase) {
      if (denialCase.request === null) return 'the request is not known';
      const { action, resource } = denialCase.request;
      if (!hasNoResourcePolicies(action)) return 'resources of the service can have policies';
      if (layerFact(denialCase, 'resource').status !== 'absent') return 'the resource is not known to have no policy';
      const accounts = differentAccounts(denialCase);
      if (accounts === undefined) return SAME_ACCOUNT;
      return {
        summary: `${shortName(resource)} is in ${accounts.resource}, the caller is of ${accounts.caller}, but ${servicePrefix(action)} resources cannot be used across accounts`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: [advise(`assume a role in ${accounts.resource} and make the call with it`)],
      };
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'resource.cross-account',
    explain(blocker, denialCase) {
      const accounts = differentAccounts(denialCase);
      if (accounts === undefined) return SAME_ACCOUNT;
      const fact = layerFact(denialCase, 'resource');
      // Other absences were assumed, or follow from a rule, and no call of AWS shows them.
      if (fact.status !== 'absent' || !fact.call.includes(':')) return 'no call shows that the resource has no policy';
      return {
        summary: `${shortName(denialCase.request?.resource ?? null)} is in ${accounts.resource} and has no resource-based policy: the caller, in ${accounts.caller}, cannot use it from there`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'resource.key-policy-silent',
    explain(blocker, denialCase) {
      const resource = denialCase.request?.resource ?? null;
      if (resource === null || parseArn(resource)?.service !== 'kms') return 'the resource is not a KMS key';
      if (delegates(blocker, denialCase)) return 'the key policy names the account of the caller';
      return {
        summary: `The key policy of ${shortName(resource)} names neither ${callerWords(denialCase.facts.principal)} nor the account: IAM policies do not apply to this key`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'resource.service-caller',
    explain(blocker, denialCase) {
      const { principal } = denialCase.facts;
      if (principal?.type !== 'service') return 'the caller is not a service';
      return {
        summary: `${upperFirst(resourcePolicyFor(denialCase.request?.resource ?? null))} does not let the service ${principal.name} call ${denialCase.request?.action ?? 'it'}`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  }),
] as const satisfies readonly BlockerCause[];

/** Does some statement hand a part of the decision over to the caller's account? */
function delegates(blocker: Blocker, denialCase: DenialCase): boolean {
  const account = denialCase.facts.principal?.account ?? '';
  return allowsOf(blocker, denialCase).some((statement) =>
    principalsOf(documentOf(denialCase, statement), statement).some(
      ({ value }) => value === '*' || value === account || value.endsWith(`::${account}:root`),
    ),
  );
}
