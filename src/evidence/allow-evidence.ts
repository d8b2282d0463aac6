import type { Case } from '../model/case.ts';
import type { Evidence, StatementEvidence } from '../model/evidence.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { quoteReason } from './aws-words/quote-clause.ts';
import { layerVerdict } from './blockers/verdict-layers.ts';
import type { Blockage } from '../causes/cause.ts';
import { allowsOf, nearestMiss } from './near-miss/nearest-miss.ts';
import type { StatementMiss } from './near-miss/statement-miss.ts';
import { documentOf, layerFact, policiesOf, principalsOf } from './policy-lookup.ts';
import { LAYER_NOUNS } from './words.ts';
import { searchedEvidence } from './searched-evidence.ts';
import { statementEvidence } from './statement-evidence.ts';

/** The near miss in its policy. */
export function missEvidence(miss: StatementMiss, subject: Case): StatementEvidence {
  return statementEvidence(subject, miss.statement, miss.pointer, miss.nearMiss);
}

/** That nothing allowed it: where we looked, how many statements there are, the nearest one; and AWS's words where it said so. */
export function allowEvidence(blockage: Blockage, subject: Case): NonEmpty<Evidence> {
  const miss = nearestMiss(blockage, subject);
  const allows = allowsOf(blockage, subject);
  const nearest = miss === undefined ? closest(blockage, subject) : missEvidence(miss, subject);
  const searched = searchedEvidence(whereSearched(blockage, subject), allows.length, nearest);
  return [searched, ...quoted(blockage, subject)];
}

/** AWS's clause, where AWS named this layer. */
export function quoted({ layer, rung }: Blockage, subject: Case): readonly Evidence[] {
  const quote = rung === 'aws' ? quoteReason(subject, layer) : undefined;
  return quote === undefined ? [] : [quote];
}

/** Without a near miss: the statement of which most elements match, so that a person sees what is there; best one for such callers. */
function closest(blockage: Blockage, subject: Case): StatementEvidence | null {
  const single = blockage.layer === 'trust' || blockage.layer === 'resource' || blockage.layer === 'boundary';
  const [first] = allowsOf(blockage, subject).toSorted(
    (left, right) => matching(right) - matching(left) || forSuch(right, subject) - forSuch(left, subject),
  );
  return first === undefined || (!single && matching(first) < 3) ? null : statementEvidence(subject, first);
}

function matching({ elements }: { readonly elements: Readonly<Record<string, string>> }): number {
  return Object.values(elements).filter((match) => match !== 'no').length;
}

/** 1 where the statement names principals of the caller's kind: people and roles, services, or those of a provider. */
function forSuch(statement: StatementFinding, subject: Case): 0 | 1 {
  const { type } = subject.facts.principal ?? {};
  const kind = type === 'service' ? 'Service' : type === 'federated' ? 'Federated' : 'AWS';
  return principalsOf(documentOf(subject, statement), statement).some((named) => named.kind === kind) ? 1 : 0;
}

/** The policies that were searched, by name. */
function whereSearched({ layer, level }: Blockage, subject: Case): string {
  const fact = layerFact(subject, layer);
  const names = (
    fact.status === 'known' && level !== null ? (fact.value[level]?.policies ?? []) : policiesOf(fact)
  ).map(({ ref }) => ref.name);
  const place = fact.status === 'known' && level !== null ? ` of ${fact.value[level]?.name}` : '';
  const count = subject.verdict === null ? 0 : layerVerdict(subject.verdict, layer).levels.length;
  if (names.length === 0) return `${LAYER_NOUNS[layer]}${place}: none${count > 1 ? ` in ${count} places` : ''}`;
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return `${LAYER_NOUNS[layer]}${place}: ${shown.join(', ')}`;
}
