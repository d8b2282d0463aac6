import type { Gap } from './gap.ts';
import type { Layer } from './layer.ts';
import type { Level, PolicyRef } from './policy.ts';
import type { ContextValue } from './request.ts';
import type { Tri } from './tri.ts';

/** Does one operator-key pair of a statement's Condition hold? */
export interface ConditionFinding {
  readonly operator: string;
  readonly key: string;
  /** RFC 6901 pointer of the pair's value in the document. */
  readonly pointer: string;
  readonly match: Tri;
  readonly request: ContextValue;
  /** Why `match` is unknown; there exactly when it is. */
  readonly gap?: Gap;
}

/** Does a statement match the request, element by element? Not… elements answer under the plain name. */
export interface StatementFinding {
  readonly layer: Layer;
  /** Index of the level in its layer. */
  readonly level: number;
  readonly policy: PolicyRef;
  /** Index from 0. */
  readonly index: number;
  /** RFC 6901 pointer: `/Statement/2`, or `/Statement` where it is a single object. */
  readonly pointer: string;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly match: Tri;
  readonly elements: {
    readonly action: Tri;
    readonly resource: Tri;
    readonly principal: Tri;
    readonly condition: Tri;
  };
  readonly conditions: readonly ConditionFinding[];
}

/** What one level of a layer says. For SCPs every level needs an Allow of its own. */
export interface LevelVerdict {
  readonly level: Level;
  readonly allow: Tri;
  readonly deny: Tri;
}

/** What one layer says. `gaps`: everything that could change an answer which is not definite. */
export interface LayerVerdict {
  readonly layer: Layer;
  /** How the layer was established: read, known not to limit, or not readable. */
  readonly status: 'known' | 'absent' | 'unreadable';
  readonly allow: Tri;
  readonly deny: Tri;
  readonly levels: readonly LevelVerdict[];
  readonly statements: readonly StatementFinding[];
  readonly gaps: readonly Gap[];
}

/** The answer for one request: every layer, none hidden by another. */
export interface Verdict {
  readonly allowed: Tri;
  /** `resource` or `trust`, whichever the request has. */
  readonly resourceLayer: 'resource' | 'trust';
  readonly layers: { readonly [K in Exclude<Layer, 'trust' | 'resource'>]: LayerVerdict } & {
    readonly resource: LayerVerdict;
  };
  /** Layers that certainly block, AWS's combination rules applied. */
  readonly blockers: readonly Layer[];
  /** Layers that would block if an unknown turned out badly. */
  readonly suspects: readonly Layer[];
}
