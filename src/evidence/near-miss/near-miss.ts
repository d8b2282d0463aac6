import { hasVariables } from '../../evaluate/variables/template.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { NearMissEvidence, StatementEvidence } from '../../model/evidence.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';
import type { Located } from '../../policy/policy-document.ts';
import { statementEvidence } from '../statement-evidence.ts';
import { placeOfStatement } from '../words.ts';
import type { Difference } from './difference.ts';
import type { Operator } from './operator.ts';

/** A place in a policy that the request misses by a little: what is written there, what the request has, and how the two differ. */
export interface NearMiss {
  readonly element: NearMissEvidence['element'];
  readonly pointer: string;
  readonly policySays: string;
  readonly requestHas: string;
  readonly difference: Difference;
}

/** A statement that would have allowed the request but for one element. */
export interface StatementNearMiss extends NearMiss {
  readonly statement: StatementFinding;
  readonly document: unknown;
  /** The distance of the difference, plus something for all else that fails or is not known. */
  readonly distance: number;
  /** False if it is not known whether the element fails. */
  readonly certain: boolean;
  /** The conditions that do not hold, the nearest first; empty where another element fails. */
  readonly conditions: readonly ConditionNearMiss[];
}

/** A condition that does not hold, at the value that comes nearest. */
export interface ConditionNearMiss extends NearMiss {
  readonly finding: ConditionFinding;
  readonly operator: Operator;
  /** All values that the policy has for the key. */
  readonly values: readonly Located[];
}

type NearMissOf = NearMiss & { readonly statement: StatementFinding };

/** A near miss of a statement as evidence, at its place in the policy. */
export function nearMissEvidence(
  { statement, element, pointer, policySays, requestHas, difference }: NearMissOf,
  denialCase: DenialCase,
): StatementEvidence {
  const nearMiss = {
    element,
    policySays,
    requestHas,
    difference: difference.words,
  };
  return statementEvidence(denialCase, statement, pointer, nearMiss);
}

/** One sentence: which statement, what it says, what the request has, and the difference. It says "would" and "if" where it is not certain. */
export function nearMissSummary(miss: StatementNearMiss, denialCase: DenialCase): string {
  const { element, policySays, requestHas, difference } = miss;
  const place = placeOfStatement(denialCase, miss.statement);
  const would = `${place} would allow it`;
  if (!miss.certain && element === 'resource' && hasVariables(policySays))
    return `${would} on ${policySays}: ${difference.words}`;
  if (!miss.certain) return `${would} if its ${element} matches: ${policySays}; ${difference.words}`;
  const isLeftOut = miss.pointer.startsWith(`${miss.statement.pointer}/Not`);
  switch (element) {
    case 'action':
      if (isLeftOut) return `${place} does not allow ${requestHas}: ${difference.words}`;
      return `${place} allows ${policySays}, but the request was for ${requestHas}: ${difference.words}`;
    case 'resource':
      if (isLeftOut) return `${place} does not cover ${requestHas}: ${difference.words}`;
      return `${place} covers ${policySays}, but the request was for ${requestHas}: ${difference.words}`;
    case 'principal':
      return `${place} names ${policySays}, but the caller is ${requestHas}: ${difference.words}`;
    case 'condition':
      return `${would} except for a condition, ${policySays}: ${difference.words}`;
  }
}

/** The same for a statement of which only AWS's words show that its conditions do not hold: that nothing in the layer allows the request. */
export function unmetSummary(miss: StatementNearMiss, denialCase: DenialCase): string {
  const { conditions, statement } = miss;
  const says = `AWS says that no ${LAYER_WORDS[statement.layer].singular} allows it`;
  const place = `${placeOfStatement(denialCase, statement)} would allow it except for`;
  const [only, ...others] = conditions;
  if (only === undefined || others.length === 0)
    return `${place} a condition, ${miss.policySays}: ${says}, so it is not met; ${miss.difference.words}`;
  const all = conditions.map(({ policySays }) => policySays).join(', and ');
  return `${place} its conditions, ${all}: ${says}, so one of them is not met; ${miss.difference.words}`;
}
