import type { Operator } from '../../evidence/near-miss/operator.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';

/** A condition of the topic's keys that decides: an Allow lacks it, or a Deny has it. */
export interface Judged {
  readonly layer: Layer;
  readonly statement: StatementFinding;
  readonly condition: ConditionFinding;
  readonly operator: Operator;
  /** The values that the policy has for the key. */
  readonly values: readonly string[];
  readonly document: unknown;
  readonly denialCase: DenialCase;
  readonly blocker: Blocker;
}

/**
 * Something that policies of any layer judge requests by: an address, a region, a tag. It explains a Deny that matches because of
 * it as well as an Allow that lacks it.
 */
export interface Topic<Id extends string> {
  readonly id: Id;
  /** Matches its condition keys in lower case. */
  readonly keys: RegExp;
  /** `the region`, `the caller's address` */
  readonly by: string;
  /** Further things that must hold. */
  readonly when?: (judged: Judged) => boolean;
  /** Its conditions guard something: what to do in place of an Allow without the condition. */
  readonly guard?: string;
  /** What helps besides changing the policy; undefined where nothing does. */
  readonly remedies?: (judged: Judged) => readonly Remedy[] | undefined;
}

/** Keeps the id a literal type. */
export function defineTopic<const Id extends string>(topic: Topic<Id>): Topic<Id> {
  return topic;
}
