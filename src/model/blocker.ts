import type { Certainty } from './diagnosis.ts';
import type { Layer } from './layer.ts';
import type { StatementFinding } from './verdict.ts';

/**
 * One thing that blocks the request, to be explained by exactly one cause.
 * `explicit-deny`: one statement. `missing-allow`: a layer (for SCPs one level). `named-by-aws`: AWS's text names the layer, and nothing
 * that was read in it blocks.
 */
export interface Blocker {
  readonly kind: 'explicit-deny' | 'missing-allow' | 'named-by-aws';
  readonly layer: Layer;
  /** Index of the level; null for the layer as a whole. */
  readonly level: number | null;
  /** The statement that denies, for an explicit deny; null otherwise. */
  readonly statement: StatementFinding | null;
  /** How sure it is that this layer blocks. */
  readonly certainty: Certainty;
}
