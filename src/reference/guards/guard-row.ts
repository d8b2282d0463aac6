import type { Layer } from '../../model/layer.ts';
import type { PrincipalType } from '../../model/principal.ts';
import type { GuardId } from '../../model/usual-guard.ts';

/** What is known of the denied request that decides which guards are usual. */
export interface GuardedRequest {
  readonly layer: Layer;
  readonly action: string;
  /** An ARN or `*`, perhaps masked; null where it is not known. */
  readonly resource: string | null;
  /** Null where it is not known who called. */
  readonly callerType: PrincipalType | null;
  /** Are caller and resource in one account? Then they are in one organization. */
  readonly accounts: 'same' | 'across' | 'unknown';
}

/** What guards usually ask of a request, and of which requests they ask it. */
export interface GuardRow {
  readonly id: GuardId;
  readonly keys: readonly string[];
  readonly layers: readonly Layer[];
  /** Unless given, every action. */
  readonly actions?: RegExp;
  /** What else has to hold; unless given, nothing. */
  readonly when?: (request: GuardedRequest) => boolean;
}

/** The layers in which guards of the caller are written. */
export const OF_CALLER: readonly Layer[] = ['scp', 'identity', 'boundary'];
/** The layers in which guards of the resource are written. */
export const OF_RESOURCE: readonly Layer[] = ['resource', 'rcp'];
/** The layers in which guards of the caller or of the resource are written. */
export const OF_EITHER: readonly Layer[] = [...OF_CALLER, ...OF_RESOURCE];
