import { allowEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { decideWith } from '../../evidence/blockers/decide-with.ts';
import { allowsOf, nearestMiss, nearMisses } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, type StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { documentOf, elementTexts, layerFact, policiesOf, policyOf } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { keepsAll } from '../../grants/keeps-all.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import { setVersion, VARIABLES_VERSION } from '../../grants/set-version.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { RequestContext } from '../../model/request.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import type { Located } from '../../policy/policy-document.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { neededWords } from '../../reference/actions/related-actions.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import { type BlockerCause, blockerCause, type WhyNot } from '../cause.ts';

const NO_REQUEST: WhyNot = 'the request is not known';

/** A newer version of a managed policy allows the request. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
export function defaultVersion<const L extends 'identity' | 'boundary'>(
  layer: L,
): BlockerCause & { readonly id: `${L}.default-version` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.default-version`,
    explain(blocker, denialCase) {
      for (const policy of policiesOf(layerFact(denialCase, layer))) {
        const { newest, defaultVersionId } = policy.versions ?? {};
        if (newest?.status !== 'known') continue;
        const { versionId, document } = newest.value;
        if (decideWith(denialCase, layer, policy, document)?.allow !== 'yes') continue;
        return {
          summary: `${policy.ref.name} allows ${denialCase.request?.action ?? 'it'} in its newest version, ${versionId}, but ${defaultVersionId} is the default, and that one counts`,
          evidence: [versionAnswer(policy, versionId, defaultVersionId), ...allowEvidence(blocker, denialCase)],
          remedies: newestVersion(policy, document, blocker, denialCase),
        };
      }
      return 'no newer version of a managed policy is known to allow the request';
    },
  };
}

function versionAnswer({ ref }: AttachedPolicy, newest: string, current: string | undefined): Evidence {
  return {
    kind: 'answer',
    call: 'iam:ListPolicyVersions',
    text: `${ref.arn ?? ref.name}: default version ${current}, newest version ${newest}`,
  };
}

/** The newest version in place of the default, if it takes nothing away; else a statement of its own. */
function newestVersion(
  { ref, document }: AttachedPolicy,
  newest: unknown,
  blocker: Blocker,
  denialCase: DenialCase,
): readonly Remedy[] {
  const current = document.status === 'known' ? document.value : undefined;
  if (!keepsAll(current, newest)) return allowRemedies(blocker, denialCase);
  const why = 'it takes nothing away from the default one, and allows the request';
  const who = ownerOf(blocker.layer, denialCase, ref);
  return [{ kind: 'replace', policy: ref, pointer: '', value: newest, who, why }];
}

/** A policy of the old Version, or of none, takes a policy variable for plain text. */
export const variableVersion = blockerCause({
  kind: 'missing-allow',
  id: 'identity.variable-version',
  explain(blocker, denialCase) {
    const miss = nearMisses(blocker, denialCase).find(
      ({ policySays, document }) => policySays.includes('${') && readPolicy(document).variables === 'no',
    );
    if (miss === undefined) return 'no statement fails at a variable that its policy takes for plain text';
    if (!allowsInVersion(miss, denialCase)) return 'the statement would not allow the request with variables either';
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} would allow it with the variable in ${miss.policySays}, but variables work in Version 2012-10-17 only, and this policy has ${versionWords(miss)}`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: [setVersion(miss, 'identity', denialCase)],
    };
  },
});

function allowsInVersion({ statement, document }: StatementNearMiss, denialCase: DenialCase): boolean {
  const policy = policyOf(denialCase, statement);
  if (policy === undefined || typeof document !== 'object' || document === null) return false;
  return decideWith(denialCase, 'identity', policy, { ...document, Version: VARIABLES_VERSION })?.allow === 'yes';
}

function versionWords({ document }: StatementNearMiss): string {
  const version = getPointer(document, '/Version');
  return version === undefined ? 'no Version' : String(version);
}

/** A policy variable that the caller has no value for: a role’s session has no aws:username. */
export const variableForSession = blockerCause({
  kind: 'missing-allow',
  id: 'identity.variable-for-session',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return NO_REQUEST;
    const miss = nearestMiss(blocker, denialCase);
    if (miss === undefined) return 'no statement comes near to allowing the request';
    if (readPolicy(miss.document).variables === 'no') return 'variables do not work in the Version of the policy';
    const variable = missingVariable(miss.policySays, denialCase.request.context);
    if (variable === undefined) return 'the statement that comes nearest has no variable without a value';
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} covers ${miss.policySays}, and \${${variable}} has no value for ${callerWords(denialCase.facts.principal)}`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies:
        miss.element === 'condition' ? nearMissRemedies(miss, blocker, denialCase) : allowRemedies(blocker, denialCase),
    };
  },
});

/** The first variable without default whose key the request lacks. */
function missingVariable(text: string, context: RequestContext): string | undefined {
  for (const [, name = ''] of text.matchAll(/\$\{([^{},]{1,256})\}/g)) {
    if (name.includes(':') && context.get(name.trim()).status === 'missing') return name.trim();
  }
  return undefined;
}

/** A single resource for an action that takes none. */
export const wildcardOnly = blockerCause({
  kind: 'missing-allow',
  id: 'identity.wildcard-only',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return NO_REQUEST;
    const { action } = denialCase.request;
    if (actionFacts(action)?.wildcardOnly !== true) return 'the action takes single resources';
    const miss = nearMisses(blocker, denialCase).find(({ element }) => element === 'resource');
    if (miss === undefined) return 'no statement fails in its resource only';
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} allows ${action} on ${miss.policySays}, but ${action} does not support resource-level permissions: only "*" allows it`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

/** Another action is allowed that needs this one. It is asked after the causes of near misses: none of the statements comes near. */
export const dependentAction = blockerCause({
  kind: 'missing-allow',
  id: 'identity.dependent-action',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return NO_REQUEST;
    const { action } = denialCase.request;
    const found = needingAction(blocker, denialCase, action);
    if (found === undefined) return 'no statement allows an action that needs this one';
    const { statement, text, words } = found;
    return {
      summary: `${placeOfStatement(denialCase, statement)} allows ${text.value}, and ${action} is allowed nowhere: ${words}`,
      evidence: [...allowEvidence(blocker, denialCase), statementEvidence(denialCase, statement, text.pointer)],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

interface NeedingAction {
  readonly statement: StatementFinding;
  readonly text: Located;
  readonly words: string;
}

function needingAction(blocker: Blocker, denialCase: DenialCase, needed: string): NeedingAction | undefined {
  for (const statement of allowsOf(blocker, denialCase)) {
    for (const text of elementTexts(documentOf(denialCase, statement), statement, 'Action')) {
      const words = neededWords(needed, text.value);
      if (words !== undefined) return { statement, text, words };
    }
  }
  return undefined;
}
