import type { Case } from '../model/case.ts';
import type { Rung } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Layer } from '../model/layer.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import type { Remedy } from '../model/remedy.ts';
import type { StatementFinding } from '../model/verdict.ts';

/**
 * One thing that blocks the request and wants exactly one cause.
 * `explicit-deny`: one statement. `missing-allow`: a layer (for SCPs a level). `named-by-aws`: AWS's text names the layer, and we
 * found nothing in it ourselves.
 */
export interface Blockage {
  readonly kind: 'explicit-deny' | 'missing-allow' | 'named-by-aws';
  readonly layer: Layer;
  /** Index of the level; null where it is the layer as a whole. */
  readonly level: number | null;
  /** The denying statement of an explicit deny. */
  readonly statement: StatementFinding | null;
  /** How sure it is that this layer blocks. */
  readonly rung: Rung;
}

/** What a check found: a cause, short of its proven fix. */
export interface Finding {
  readonly summary: string;
  readonly evidence: NonEmpty<Evidence>;
  /** Only where it differs from the blockage's: how sure it is that this blocks. */
  readonly rung?: Rung;
  /** Smallest change first; several belong together (both are needed). Empty: nothing we know to do. */
  readonly remedies: readonly Remedy[];
  /** No policy opens this way: a change to one leads nowhere, and what this advises needs none. */
  readonly barred?: boolean;
}

/** What `denytrace explain` says about a cause. */
export interface CauseDoc {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

interface CheckBase {
  /** `<layer>.<what>`, kebab-case, stable. */
  readonly id: string;
  readonly doc: CauseDoc;
}

/** Explains a blockage. The first check of the registry that does wins: special ones stand before general ones. */
export interface BlockageCheck extends CheckBase {
  readonly on: 'blockage';
  /** The layer that blocks. */
  readonly layer: Layer;
  /** How it blocks; left out where the check explains it however it does. */
  readonly kind?: Blockage['kind'];
  readonly explain: (blockage: Blockage, subject: Case) => Finding | undefined;
}

/** Finds what is wrong beyond the policies: the caller, the credentials, the call itself. Every one that finds something counts. */
export interface CaseCheck extends CheckBase {
  readonly on: 'case';
  /** The layer the cause counts for; null where none fits. */
  readonly layer: Layer | null;
  readonly find: (subject: Case) => Finding | undefined;
}

/** What may be found in a case: a line of the registry. */
export type Check = BlockageCheck | CaseCheck;

/** A cause that was found, before its fix is made and proven. */
export interface FoundCause extends Finding {
  readonly key: string;
  readonly id: string;
  readonly layer: Layer | null;
  readonly rung: Rung;
  readonly blockage: Blockage | null;
}

/** Keeps the id a literal type, so that a misspelt one elsewhere does not compile. */
export function defineCheck<const C extends Check>(check: C): C {
  return check;
}
