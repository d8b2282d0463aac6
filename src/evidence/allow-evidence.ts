import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Evidence, StatementEvidence } from '../model/evidence.ts';
import { LAYER_WORDS } from '../model/layer-words.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { quoteClause } from './aws-words/quote-clause.ts';
import { layerVerdict } from './blockers/verdict-layers.ts';
import { allowsOf, nearestMiss } from './near-miss/find-near-misses.ts';
import { nearMissEvidence } from './near-miss/near-miss.ts';
import { documentOf, layerFact, policiesOf, principalsOf } from './policy-lookup.ts';
import { searchedEvidence } from './searched-evidence.ts';
import { statementEvidence } from './statement-evidence.ts';

/** That nothing allows it: where we looked, how many statements there are, the nearest one; and AWS's words if it said so. */
export function allowEvidence(blocker: Blocker, denialCase: DenialCase): NonEmpty<Evidence> {
  const miss = nearestMiss(blocker, denialCase);
  const allows = allowsOf(blocker, denialCase);
  const nearest = miss === undefined ? closest(blocker, denialCase) : nearMissEvidence(miss, denialCase);
  const searched = searchedEvidence(whereSearched(blocker, denialCase), allows.length, nearest);
  return [searched, ...quoted(blocker, denialCase)];
}

/** AWS's clause, if AWS names this layer. */
export function quoted({ layer, certainty }: Blocker, denialCase: DenialCase): readonly Evidence[] {
  const quote = certainty === 'aws' ? quoteClause(denialCase, layer) : undefined;
  return quote === undefined ? [] : [quote];
}

/**
 * Without a near miss: the statement of which most elements match, preferably one for the caller's kind, or one that names the caller, as an
 * example of what is there.
 */
function closest(blocker: Blocker, denialCase: DenialCase): StatementEvidence | null {
  const single = blocker.layer === 'trust' || blocker.layer === 'resource' || blocker.layer === 'boundary';
  const [first] = allowsOf(blocker, denialCase).toSorted(
    (left, right) =>
      matching(right) - matching(left) ||
      forSuch(right, denialCase) - forSuch(left, denialCase) ||
      naming(right) - naming(left),
  );
  return first === undefined || (!single && matching(first) < 3) ? null : statementEvidence(denialCase, first);
}

function matching({ elements }: { readonly elements: Readonly<Record<string, string>> }): number {
  return Object.values(elements).filter((match) => match !== 'no').length;
}

/** 1 if the principal may be the caller's. */
function naming({ elements }: StatementFinding): 0 | 1 {
  return elements.principal === 'no' ? 0 : 1;
}

/** 1 if the statement names principals of the caller's kind: users and roles, services, or federated ones. */
function forSuch(statement: StatementFinding, denialCase: DenialCase): 0 | 1 {
  const { type } = denialCase.facts.principal ?? {};
  const kind = type === 'service' ? 'Service' : type === 'federated' ? 'Federated' : 'AWS';
  return principalsOf(documentOf(denialCase, statement), statement).some((named) => named.kind === kind) ? 1 : 0;
}

/** The policies that were searched, by name. */
function whereSearched({ layer, level }: Blocker, denialCase: DenialCase): string {
  const fact = layerFact(denialCase, layer);
  const names = (
    fact.status === 'known' && level !== null ? (fact.value[level]?.policies ?? []) : policiesOf(fact)
  ).map(({ ref }) => ref.name);
  const place = fact.status === 'known' && level !== null ? ` of ${fact.value[level]?.name}` : '';
  const count = denialCase.verdict === null ? 0 : layerVerdict(denialCase.verdict, layer).levels.length;
  if (names.length === 0)
    return `${LAYER_WORDS[layer].policies}${place}: none${count > 1 ? ` in ${count} places` : ''}`;
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return `${LAYER_WORDS[layer].policies}${place}: ${shown.join(', ')}`;
}
