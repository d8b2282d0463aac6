import type { Operator } from '../../evidence/near-miss/operator.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';

/** A condition because of which an Allow does not match, or a Deny does. */
export interface DecidingCondition {
  readonly layer: Layer;
  readonly statement: StatementFinding;
  readonly finding: ConditionFinding;
  readonly operator: Operator;
  /** The values that the policy has for the key. */
  readonly values: readonly string[];
  readonly document: unknown;
  readonly denialCase: DenialCase;
}

/** What helps besides changing the policy; undefined if nothing does. */
export type TopicRemedies = (condition: DecidingCondition) => readonly Remedy[] | undefined;
