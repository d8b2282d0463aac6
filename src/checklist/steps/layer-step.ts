import type { FoundCause } from '../../causes/cause.ts';
import { whatWasSeen } from '../../causes/fallbacks/named-by-aws.ts';
import { needsNoPermission } from '../../evaluate/operations.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { layersOf, layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { allowsIn, searchedEvidence } from '../../evidence/searched-evidence.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { passRoleGaps } from '../../grants/pass-role-statement.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import type { Evidence, StatementEvidence } from '../../model/evidence.ts';
import { type Gap, unsupported } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { type NonEmpty, nonEmpty } from '../../model/non-empty.ts';
import type { LayerVerdict, StatementFinding, Verdict } from '../../model/verdict.ts';
import { absentStep } from './absent-step.ts';
import { failTitle, passTitle, unknownTitle, unneededTitle } from './layer-titles.ts';
import { failedStep, passedStep, skippedStep, unknownStep } from './make-step.ts';

/**
 * What one layer says about the request. `causes` are those of the layer. It fails where it certainly blocks, as the evaluator found or as
 * AWS says; is skipped where the request needs no permission; is unknown where something unseen decides whether it blocks; and is no obstacle otherwise.
 */
export function layerStep(layer: Layer, verdict: Verdict, denialCase: DenialCase, causes: readonly FoundCause[]): Step {
  if (layer === 'trust' && roleIsMissing(denialCase))
    return skippedStep({ id: layer, title: passTitle(layer, 'absent'), summary: 'none: the role does not exist' });
  const found = layerVerdict(verdict, layer);
  const blocks = verdict.blockers.includes(layer);
  const certain = causes.filter(({ certainty }) => blocks || certainty === 'aws' || certainty === 'evaluated');
  if (blocks || certain.length > 0) return blockingStep(layer, found, denialCase, certain);
  const free = noPermissionNeeded(denialCase);
  if (free !== undefined && found.status !== 'absent')
    return skippedStep({ id: layer, title: unneededTitle(layer), summary: free });
  if (verdict.suspects.includes(layer) || found.deny === 'unknown') {
    const gaps = gapsOf(layer, found, verdict);
    return unknownStep(
      { id: layer, title: unknownTitle(layer, verdict, denialCase) },
      gaps,
      openEvidence(found, denialCase),
    );
  }
  if (found.status === 'absent') return absentStep(layer, denialCase);
  if (found.allow === 'yes') return passingStep(layer, found, denialCase);
  return skippedStep(
    { id: layer, title: unneededTitle(layer), summary: unneededSummary(layer, verdict) },
    [],
    found.gaps,
  );
}

function blockingStep(layer: Layer, found: LayerVerdict, denialCase: DenialCase, causes: readonly FoundCause[]): Step {
  const evidence = nonEmpty(causes.flatMap((cause) => cause.evidence)) ?? [searched(layer, found)];
  const [first] = causes;
  const isOnlySaid = first?.blocker?.kind === 'named-by-aws';
  const standsIn = denialCase.facts.principalFrom === 'current-identity' && layer !== 'rcp';
  const readForYou = standsIn ? 'read for your current identity, used in place of the caller' : '';
  return failedStep(
    {
      id: layer,
      title: failTitle(layer, causes, denialCase, found),
      summary: isOnlySaid ? whatWasSeen(layer, denialCase) : readForYou,
    },
    strongest(causes),
    evidence,
    [...found.gaps, ...(layer === 'identity' && found.gaps.length === 0 ? passRoleGaps(denialCase) : [])],
  );
}

function passingStep(layer: Layer, found: LayerVerdict, denialCase: DenialCase): Step {
  const { summary, evidence } = layerSummary(layer, found, denialCase);
  const rung = denialCase.facts.principalFrom === 'current-identity' ? 'likely' : 'evaluated';
  return passedStep({ id: layer, title: passTitle(layer), summary }, rung, evidence, found.gaps);
}

const STRENGTH = ['aws', 'evaluated', 'likely', 'unknown'] as const satisfies readonly Certainty[];

function strongest(causes: readonly FoundCause[]): Certainty {
  return STRENGTH.find((rung) => causes.some((cause) => cause.certainty === rung)) ?? 'evaluated';
}

function searched(layer: Layer, found: LayerVerdict): Evidence {
  return searchedEvidence(LAYER_WORDS[layer].policies, allowsIn(found));
}

/** What is missing may belong to another layer: the resource's policy can make an identity policy unnecessary. */
function gapsOf(layer: Layer, found: LayerVerdict, verdict: Verdict): NonEmpty<Gap> {
  const others = layersOf(verdict).flatMap((other) => layerVerdict(verdict, other).gaps);
  const { policies, isPlural } = LAYER_WORDS[layer];
  const what = `whether the ${policies} limit${isPlural ? '' : 's'} the request`;
  return nonEmpty(found.gaps) ?? nonEmpty(others) ?? [unsupported(what, layer)];
}

/** That the request needs no permission, where so: then no policy decides, and what is in one is no obstacle. */
function noPermissionNeeded({ request }: DenialCase): string | undefined {
  const action = request?.action ?? '';
  return needsNoPermission({ action: action.toLowerCase() }) === 'yes' ? `${action} needs no permission` : undefined;
}

/** Why a layer without an Allow is no obstacle. */
function unneededSummary(layer: Layer, verdict: Verdict): string {
  if (layer === 'resource' || layer === 'trust') return 'an identity policy in the same account is enough';
  return `${LAYER_WORDS[verdict.resourceLayer].one} names the caller`;
}

/** What shows that a layer lets the request through: the statement that allows it, or the levels of a guardrail that were read. */
function layerSummary(
  layer: Layer,
  found: LayerVerdict,
  denialCase: DenialCase,
): { readonly summary: string; readonly evidence: readonly Evidence[] } {
  if (layer === 'scp' || layer === 'rcp') {
    const summary = levelNames(found);
    return { summary, evidence: [searchedEvidence(`${LAYER_WORDS[layer].policies}: ${summary}`, allowsIn(found))] };
  }
  const allow = found.statements.find(({ effect, match }) => effect === 'Allow' && match === 'yes');
  if (allow === undefined) return { summary: '', evidence: [] };
  return { summary: placeOfStatement(denialCase, allow), evidence: [statementEvidence(denialCase, allow)] };
}

/** `Root › Workloads › 111122223333, 4 policies`; RCPFullAWSAccess, which is attached everywhere, is not counted. */
function levelNames({ levels }: LayerVerdict): string {
  const count = levels.reduce((sum, { level }) => sum + level.policies.length, 0);
  const policies = count === 0 ? 'none attached' : count === 1 ? '1 policy' : `${count} policies`;
  return `${levels.map(({ level }) => level.name).join(' › ')}, ${policies}`;
}

/** More evidence would bury the questions. */
const MOST_STATEMENTS = 3;

/**
 * Where a layer's answer depends on something unknown: the conditions that may or may not hold, else the statements that may or may not
 * match. Deny statements come first: one that matches decides.
 */
export function openEvidence(
  { deny, allow, statements }: LayerVerdict,
  denialCase: DenialCase,
): readonly StatementEvidence[] {
  const open = statements.filter(({ match }) => match === 'unknown');
  const denies = deny === 'unknown' ? open.filter(({ effect }) => effect === 'Deny') : [];
  const allows = allow === 'unknown' ? open.filter(({ effect }) => effect === 'Allow') : [];
  return [...denies, ...allows].flatMap((statement) => inStatement(statement, denialCase)).slice(0, MOST_STATEMENTS);
}

function inStatement(statement: StatementFinding, denialCase: DenialCase): readonly StatementEvidence[] {
  const conditions = statement.conditions.filter(({ match }) => match === 'unknown');
  if (conditions.length === 0) return [statementEvidence(denialCase, statement)];
  return conditions.map(({ pointer }) => statementEvidence(denialCase, statement, pointer));
}
