import { quoted } from '../../evidence/allow-evidence.ts';
import { compareActions } from '../../evidence/near-miss/compare-actions.ts';
import { compareArns } from '../../evidence/near-miss/compare-arns.ts';
import { type NearestText, nearestText } from '../../evidence/near-miss/difference.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { type ExemptionNearMiss, nearestExemption } from '../../evidence/near-miss/nearest-exemption.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { listWords } from '../../evidence/value-words.ts';
import { placeOfStatement, policyWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToRead } from '../../grants/commands-to-read.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { ExplicitDeny } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer, PerLayer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readStatement } from '../../policy/read-statement.ts';
import type { BlockerCause, Finding, WhyNot } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

/** Explains a Deny by its shape; the reason why not if it has another one. */
type ExplainDeny = (blocker: ExplicitDeny, denialCase: DenialCase) => Finding | WhyNot;

/** What a Deny can look like in any layer, by the end of the cause's id. */
const SHAPES = {
  'deny-all': deniesEverything,
  'near-exemption': nearlyExempts,
  'not-action-deny': deniesAllOtherActions,
  'not-resource-deny': deniesAllOtherResources,
} as const satisfies Readonly<Record<string, ExplainDeny>>;

/** The causes that a Deny of the layer has one of these shapes. */
export function denyShapeCauses<const L extends Layer, const Id extends keyof typeof SHAPES>(
  layer: L,
  ids: readonly Id[],
): readonly (BlockerCause & { readonly id: `${L}.${Id}` })[] {
  return ids.map((id) => ({
    kind: 'explicit-deny',
    id: `${layer}.${id}`,
    explain: (blocker, denialCase) => (blocker.kind === 'explicit-deny' ? SHAPES[id](blocker, denialCase) : NO_DENY),
  }));
}

/** A Deny of everything puts the caller, the account or the resource out of service on purpose, so no exemption is offered. */
function deniesEverything(blocker: ExplicitDeny, denialCase: DenialCase): Finding | WhyNot {
  if (!isEverything(blocker.statement, denialCase)) return 'the statement does not deny everything';
  return denyFinding(blocker, denialCase, {
    words: 'everything, without a condition: it was put out of service',
    remedies: [askWhy(blocker, denialCase)],
  });
}

function isEverything(statement: StatementFinding, denialCase: DenialCase): boolean {
  const { pointer, index } = statement;
  const read = readStatement(getPointer(documentOf(denialCase, statement), pointer), index, pointer);
  if ('what' in read || read.conditions.length > 0 || read.action?.negated !== false) return false;
  const resource = read.resource === null || (!read.resource.negated && hasStar(read.resource.entries));
  const principal = read.principal === null || (!read.principal.negated && hasStar(read.principal.entries));
  return hasStar(read.action.entries) && resource && principal;
}

function hasStar(entries: readonly { readonly value: string }[]): boolean {
  return entries.some(({ value }) => value === '*' || value === '*:*');
}

/** How it is undone, unless by detaching or deleting the policy. */
const UNDONE: Partial<PerLayer<string>> = {
  scp: 'move the account back, or detach the policy',
  resource: 'take the statement out',
  endpoint: 'take the statement out',
};

function askWhy({ layer, statement: { policy } }: ExplicitDeny, denialCase: DenialCase): Remedy {
  const why =
    layer === 'scp'
      ? `whether ${policyWords(policy)} put the account out of service`
      : `why the statement is in ${policyWords(policy)}`;
  const undone = UNDONE[layer] ?? (policy.kind === 'inline' ? 'delete the policy' : 'detach the policy');
  return advise(
    `ask ${why}; once that is settled, ${undone}`,
    ownerOf(layer, denialCase, policy),
    ...commandsToRead(policy.arn),
  );
}

/** A Deny that exempts some principals, and the caller is almost one of them. */
function nearlyExempts(blocker: ExplicitDeny, denialCase: DenialCase): Finding | WhyNot {
  const { statement } = blocker;
  const miss = nearestExemption(statement, denialCase);
  if (miss === undefined) return 'the statement exempts no principal like the caller';
  const { policySays, requestHas, difference } = miss;
  return {
    summary: `${placeOfStatement(denialCase, statement)} denies ${denialCase.request?.action ?? 'it'} and exempts ${policySays}, which is close to ${requestHas}: ${difference.words}`,
    evidence: [nearMissEvidence({ ...miss, statement }, denialCase), ...quoted(blocker, denialCase)],
    remedies: exemptCaller(miss, blocker, denialCase),
  };
}

/** Adds the caller to the values that the condition exempts. */
function exemptCaller(
  { element, requestHas, list }: ExemptionNearMiss,
  { statement, layer }: ExplicitDeny,
  denialCase: DenialCase,
): readonly Remedy[] {
  const { policy } = statement;
  if (element !== 'condition' || isAwsManaged(policy.arn)) return exemptRemedies(statement, layer, denialCase);
  const by = { what: requestHas, pointer: list, value: requestHas };
  return [{ kind: 'exempt', policy, statement: statement.index, who: ownerOf(layer, denialCase, policy), by }];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
function deniesAllOtherActions(blocker: ExplicitDeny, denialCase: DenialCase): Finding | WhyNot {
  const { statement } = blocker;
  if (denialCase.request === null) return 'the request is not known';
  const texts = elementTexts(documentOf(denialCase, statement), statement, 'NotAction');
  if (texts.length === 0) return 'the statement has no NotAction';
  const { action } = denialCase.request;
  const near = nearestText(texts, action, compareActions);
  return denyFinding(blocker, denialCase, {
    words: `everything except ${listWords(texts.map(({ value }) => value))}, hence ${action} as well${almost(near)}`,
    pointer: near?.text.pointer ?? `${statement.pointer}/NotAction`,
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html */
function deniesAllOtherResources(blocker: ExplicitDeny, denialCase: DenialCase): Finding | WhyNot {
  const { statement } = blocker;
  const { action = '', resource = null } = denialCase.request ?? {};
  if (resource === null) return 'the resource of the request is not known';
  const texts = elementTexts(documentOf(denialCase, statement), statement, 'NotResource');
  if (texts.length === 0) return 'the statement has no NotResource';
  const near = nearestText(texts, resource, compareArns);
  return denyFinding(blocker, denialCase, {
    words: `${action} on everything except ${listWords(texts.map(({ value }) => value))}, hence on ${resource} as well${almost(near)}`,
    pointer: near?.text.pointer ?? `${statement.pointer}/NotResource`,
  });
}

/** The entry of the list that comes near, in words. */
function almost(near: NearestText | undefined): string {
  return near === undefined ? '' : `; the closest entry is ${near.text.value}: ${near.difference.words}`;
}
