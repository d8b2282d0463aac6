import type { Layer } from './layer.ts';
import type { Tri } from './tri.ts';

/** A request for `evaluate()`: complete, nothing is derived. A string is a single-valued key, an array a multivalued one. */
export interface EvaluationRequest {
  readonly principal:
    | string
    | { readonly service: string }
    | { readonly federated: string }
    | { readonly anonymous: true };
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: { readonly [key: string]: string | readonly string[] };
  /** Keys that may be in the request with a value we do not know; "*" is every key not given. All others are missing. */
  readonly unknownKeys?: readonly string[] | '*';
}

/** A policy document (immutable: it is compiled once per object), or the fact that it cannot be read. */
export interface NamedPolicy {
  readonly name: string;
  readonly document: object | 'unreadable';
}

/** The policies of a request. null: established as not limiting or not there. */
export interface EvaluationPolicies {
  readonly identity: readonly NamedPolicy[] | 'unreadable';
  readonly resource: NamedPolicy | object | null | 'unreadable';
  readonly boundary: NamedPolicy | object | null | 'unreadable';
  readonly endpoint?: NamedPolicy | object | null | 'unreadable';
  readonly session: readonly NamedPolicy[] | object | null | 'unreadable';
  /** Levels, root → account. */
  readonly scps: readonly (readonly NamedPolicy[] | 'unreadable')[] | null | 'unreadable';
  readonly rcps: readonly (readonly NamedPolicy[] | 'unreadable')[] | null | 'unreadable';
}

/** Does a statement match, element by element? */
export interface StatementResult {
  readonly policy: string;
  /** Index of the level (SCP, RCP), else null. */
  readonly level: number | null;
  readonly index: number;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly match: Tri;
  readonly elements: { readonly action: Tri; readonly resource: Tri; readonly principal: Tri; readonly condition: Tri };
  readonly conditions: readonly { readonly operator: string; readonly key: string; readonly match: Tri }[];
}

/** What one layer says by itself. */
export interface LayerEvaluation {
  readonly allow: Tri;
  readonly deny: Tri;
  readonly statements: readonly StatementResult[];
}

/** The whole answer. `layers` has `resource` or `trust`, never both. */
export interface Evaluation {
  readonly allowed: Tri;
  readonly layers: { readonly [K in Layer]?: LayerEvaluation };
  readonly blockers: readonly Layer[];
}
