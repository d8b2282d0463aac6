import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import type { StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { operatorOf } from '../../evidence/near-miss/operator.ts';
import { documentOf, textsAt } from '../../evidence/policy-lookup.ts';
import { listWords, requestWords } from '../../evidence/value-words.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import { valueToAdd } from '../../grants/near-miss-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { ConditionFinding } from '../../model/verdict.ts';
import type { BlockerCause, Finding } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { denyVerb } from './deny-verb.ts';
import type { Judged, Topic } from './topic.ts';

/** The causes that a policy of the layer judges by each of these topics. */
export function topicChecks<const L extends Layer, const Id extends string>(layer: L, topics: readonly Topic<Id>[]) {
  return topics.map((topic) => topicCheck(layer, topic));
}

/**
 * The cause that a policy of the layer judges by the topic. A Deny that has other conditions as well is explained by the first
 * topic of the registry that it has; an Allow only where nothing else fails.
 */
function topicCheck<const L extends Layer, const Id extends string>(
  layer: L,
  topic: Topic<Id>,
): BlockerCause & { readonly id: `${L}.${Id}` } {
  return {
    id: `${layer}.${topic.id}`,
    explain(blocker, denialCase) {
      return blocker.kind === 'explicit-deny'
        ? deniedByTopic(topic, blocker, denialCase)
        : notAllowed(topic, blocker, denialCase);
    },
  };
}

/** What a Deny is explained by, where the topic is one of its conditions. */
export function deniedByTopic(topic: Topic<string>, blocker: Blocker, denialCase: DenialCase): Finding | undefined {
  const { statement, layer } = blocker;
  const condition = statement?.conditions.find(
    ({ key, match }) => match !== 'no' && topic.keys.test(key.toLowerCase()),
  );
  if (statement === null || condition === undefined) return undefined;
  const judged = judge(condition, { statement, layer, denialCase, blocker });
  const evidence = nonEmpty(denyEvidence(blocker, denialCase, condition.pointer));
  if (evidence === undefined || topic.when?.(judged) === false) return undefined;
  const verb = denyVerb(statement, blocker);
  const says = `${condition.operator} ${condition.key} ${listWords(judged.values)}`;
  return {
    summary: `${placeOfStatement(denialCase, statement)} ${verb} ${denialCase.request?.action ?? 'it'} because of ${topic.by}: ${says}; the request has ${requestWords(condition.request, condition.key)}`,
    evidence,
    remedies: topic.remedies?.(judged) ?? exemptRemedies(statement, layer, denialCase),
  };
}

function notAllowed<Id extends string>(
  topic: Topic<Id>,
  blocker: Blocker,
  denialCase: DenialCase,
): Finding | undefined {
  const miss = nearestMiss(blocker, denialCase);
  const [nearest] = miss?.conditions ?? [];
  if (miss === undefined || nearest === undefined) return undefined;
  if (!miss.conditions.every(({ finding: condition }) => topic.keys.test(condition.key.toLowerCase())))
    return undefined;
  const judged = judge(nearest.finding, { statement: miss.statement, layer: blocker.layer, denialCase, blocker });
  if (topic.when?.(judged) === false) return undefined;
  // What is to be sent makes one condition hold.
  const remedies =
    (miss.conditions.length === 1 ? topic.remedies?.(judged) : undefined) ?? guarded(topic, miss, judged);
  return conditionFinding(miss, blocker, denialCase, remedies === undefined ? {} : { remedies });
}

/** A statement without the condition would lift a guard: where no further value makes it hold, its owner has to decide. */
function guarded<Id extends string>(
  topic: Topic<Id>,
  miss: StatementNearMiss,
  judged: Judged,
): readonly Remedy[] | undefined {
  if (topic.guard === undefined || miss.conditions.every((condition) => valueToAdd(condition) !== undefined))
    return undefined;
  return [advise(topic.guard, ownerOf(judged.layer, judged.denialCase, judged.statement.policy))];
}

function judge(
  condition: ConditionFinding,
  around: Pick<Judged, 'statement' | 'layer' | 'denialCase' | 'blocker'>,
): Judged {
  const document = documentOf(around.denialCase, around.statement);
  const values = textsAt(document, condition.pointer).map(({ value }) => value);
  return { ...around, condition, operator: operatorOf(condition.operator), values, document };
}
