import type { Certainty } from './certainty.ts';
import type { Layer } from './layer.ts';
import type { StatementFinding } from './verdict.ts';

/** One thing that blocks the request, to be explained by exactly one cause. */
export type Blocker = ExplicitDeny | WithoutStatement;

interface InLayer {
  readonly layer: Layer;
  /** Index of the level; null for the layer as a whole. */
  readonly level: number | null;
  /** How sure it is that this layer blocks. */
  readonly certainty: Certainty;
}

/** A statement that denies. */
export interface ExplicitDeny extends InLayer {
  readonly kind: 'explicit-deny';
  readonly statement: StatementFinding;
}

/**
 * `missing-allow`: nothing in the layer (for SCPs: in one level) allows the request. `named-by-aws`: AWS's text names the layer, and
 * nothing that was read in it blocks.
 */
interface WithoutStatement extends InLayer {
  readonly kind: 'missing-allow' | 'named-by-aws';
  readonly statement: null;
}
