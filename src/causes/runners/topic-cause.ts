import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import type { StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { operatorOf } from '../../evidence/near-miss/operator.ts';
import { documentOf, textsAt } from '../../evidence/policy-lookup.ts';
import { listWords, requestHas, timeWords } from '../../evidence/value-words.ts';
import { advise } from '../../grants/advise.ts';
import { isMendable } from '../../grants/condition-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { Blocker, ExplicitDeny } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';
import type { BlockerCause, Finding, WhyNot } from '../cause.ts';
import { CONDITION_TOPICS, type ConditionTopic, type TopicId } from '../tables/condition-topics.ts';
import type { DecidingCondition } from '../tables/deciding-condition.ts';
import { conditionFinding } from './condition-finding.ts';
import { denyFinding } from './deny-finding.ts';

const NO_SUCH_CONDITION: WhyNot = 'no condition of the statement is about this';
const NO_CONDITION_FAILS: WhyNot = 'the statement that comes nearest does not fail in its conditions';
const OTHER_CONDITION_FAILS: WhyNot = 'the statement that comes nearest fails in a condition that is not about this';

/** The causes that a condition on one of these topics decides in the layer, in this order. */
export function topicCauses<const L extends Layer, const Id extends TopicId>(
  layer: L,
  ids: readonly Id[],
): readonly (BlockerCause & { readonly id: `${L}.${Id}` })[] {
  return ids.map((id) => topicCause(layer, id));
}

/**
 * The cause that a condition on the topic decides. A Deny with several conditions is explained by the first topic of the layer that one
 * of them is about; an Allow only if all conditions that fail are about the topic.
 */
function topicCause<const L extends Layer, const Id extends TopicId>(
  layer: L,
  id: Id,
): BlockerCause & { readonly id: `${L}.${Id}` } {
  const topic: ConditionTopic = CONDITION_TOPICS[id];
  return {
    id: `${layer}.${id}`,
    explain(blocker, denialCase) {
      return blocker.kind === 'explicit-deny'
        ? deniedByTopic(topic, blocker, denialCase)
        : notAllowed(topic, blocker, denialCase);
    },
  };
}

/** Explains a Deny by its condition on the topic; the reason why not if it has none. */
export function deniedByTopic(topic: ConditionTopic, blocker: ExplicitDeny, denialCase: DenialCase): Finding | WhyNot {
  const { statement } = blocker;
  const finding = statement.conditions.find(({ key }) => topic.keys.test(key.toLowerCase()));
  if (finding === undefined) return NO_SUCH_CONDITION;
  const condition = deciding(finding, statement, blocker, denialCase);
  const says = `${finding.operator} ${finding.key} ${listWords(condition.values.map((value) => timeWords(value, finding)))}`;
  return denyFinding(blocker, denialCase, {
    words: `${denialCase.request?.action ?? 'it'} because of ${topic.by}: ${says}; ${requestHas(finding.request, finding.key, finding.operator)}`,
    pointer: finding.pointer,
    remedies: topic.remedies?.(condition),
  });
}

function notAllowed(topic: ConditionTopic, blocker: Blocker, denialCase: DenialCase): Finding | WhyNot {
  const miss = nearestMiss(blocker, denialCase);
  const [nearest] = miss?.conditions ?? [];
  if (miss === undefined || nearest === undefined) return NO_CONDITION_FAILS;
  if (!miss.conditions.every(({ finding }) => topic.keys.test(finding.key.toLowerCase()))) return OTHER_CONDITION_FAILS;
  const condition = deciding(nearest.finding, miss.statement, blocker, denialCase);
  const remedies = meetingAll(topic, miss, blocker, denialCase) ?? guarded(topic, miss, condition);
  return conditionFinding(miss, blocker, denialCase, remedies === undefined ? {} : { remedies });
}

/** What meets each condition that fails, all of it together; undefined where the topic knows nothing for one of them. */
function meetingAll(
  topic: ConditionTopic,
  { conditions, statement }: StatementNearMiss,
  blocker: Blocker,
  denialCase: DenialCase,
): readonly Remedy[] | undefined {
  const each = conditions.map(({ finding }) => topic.remedies?.(deciding(finding, statement, blocker, denialCase)));
  if (each.length === 1) return each[0];
  const all = each.flatMap((remedies) => remedies ?? []);
  if (each.includes(undefined) || all.some(({ kind }) => kind !== 'send')) return undefined;
  return all.filter((one, index) => all.findIndex((other) => isSameSummary(other, one)) === index);
}

function isSameSummary(left: Remedy, right: Remedy): boolean {
  return left.kind === 'send' && right.kind === 'send' && left.summary === right.summary;
}

/** An Allow without the condition would lift a guard: if no further value makes the condition hold, its owner has to decide. */
function guarded(
  { guard }: ConditionTopic,
  miss: StatementNearMiss,
  { layer, denialCase, statement }: DecidingCondition,
): readonly Remedy[] | undefined {
  if (guard === undefined || isMendable(miss)) return undefined;
  return [advise(guard, ownerOf(layer, denialCase, statement.policy))];
}

function deciding(
  finding: ConditionFinding,
  statement: StatementFinding,
  { layer }: Blocker,
  denialCase: DenialCase,
): DecidingCondition {
  const document = documentOf(denialCase, statement);
  const values = textsAt(document, finding.pointer).map(({ value }) => value);
  return { layer, statement, finding, operator: operatorOf(finding.operator), values, document, denialCase };
}
