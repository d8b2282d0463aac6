import type { Aspect } from '../model/aspect.ts';
import type { Blocker } from '../model/blocker.ts';
import type { Certainty } from '../model/certainty.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Layer } from '../model/layer.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import type { Remedy } from '../model/remedy.ts';

/** What a cause found in a case, before its fix is made and proven. */
export interface Finding {
  readonly summary: string;
  readonly evidence: NonEmpty<Evidence>;
  /** How sure it is that this blocks; only where that differs from the blocker's certainty, or from `evaluated` without a blocker. */
  readonly certainty?: Certainty;
  /** Smallest change first; several belong together (all are needed). Empty: no remedy is known. */
  readonly remedies: readonly Remedy[];
  /** No policy change helps: what the remedies advise is something else. */
  readonly beyondPolicies?: boolean;
}

/**
 * Why a cause is not the one: half a sentence in the present tense for `--trace`, such as "the trust policy has no MFA condition".
 * A constant: nothing is computed for it.
 */
export type WhyNot = string;

/** What a cause answers when it is asked. */
type Answer = Finding | WhyNot;

/** Explains a blocker of one layer. It stands in the contest of that layer, where the first one that has a finding wins. */
export interface BlockerCause<Id extends string = string> {
  /** `<layer>.<what>`, kebab-case, stable. */
  readonly id: Id;
  /** The kind of blocker that it can explain; any, if left out. */
  readonly kind?: Blocker['kind'];
  readonly explain: (blocker: Blocker, denialCase: DenialCase) => Answer;
}

/** Finds what is wrong beyond the policies: the caller, the credentials, the token, the call itself. It stands in a contest of the case. */
export interface CaseCause<Id extends string = string> {
  /** `<layer>.<what>`, or `credentials.…`, `caller.…`, `passrole.…`; kebab-case, stable. */
  readonly id: Id;
  /** The layer that the cause is counted for; null where none fits. */
  readonly layer: Layer | null;
  /** What it is about; that of its contest unless given. */
  readonly aspect?: Aspect | undefined;
  readonly find: (denialCase: DenialCase) => Answer;
}

/** A cause that was found, before its fix is made and proven. */
export interface FoundCause extends Finding {
  readonly key: string;
  readonly id: string;
  readonly layer: Layer | null;
  readonly certainty: Certainty;
  /** The blocker that it explains; null for a cause beyond the policies. */
  readonly blocker: Blocker | null;
  /** What it is about; null for a cause that explains a blocker. */
  readonly aspect: Aspect | null;
}

/** Keeps the id a literal type, so that a misspelt one elsewhere does not compile. */
export function blockerCause<const Id extends string>(cause: BlockerCause<Id>): BlockerCause<Id> {
  return cause;
}

/** Keeps the id a literal type, so that a misspelt one elsewhere does not compile. */
export function caseCause<const Id extends string>(cause: CaseCause<Id>): CaseCause<Id> {
  return cause;
}
