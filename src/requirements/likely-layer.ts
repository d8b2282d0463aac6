import { LAYERS, type Layer } from '../model/layer.ts';
import type { Requirement } from '../model/requirement.ts';

/** The layer in which the denial most likely comes about, and why the text points there. */
export interface LikelyLayer {
  readonly layer: Layer;
  readonly why: string;
}

/** The requirement to look at first: the first one that is not met and that the text points at. Undefined where it points at none. */
export function firstPointedAt(requirements: readonly Requirement[]): Requirement | undefined {
  return requirements.find(({ status, likely }) => status !== 'met' && likely !== null);
}

/** The layer of that requirement; a role that is named wrongly is looked for in its trust policy. Null where the text points at none. */
export function likelyLayer(requirements: readonly Requirement[]): LikelyLayer | null {
  const { likely, step } = firstPointedAt(requirements) ?? { likely: null, step: null };
  const layer = step === 'role' ? 'trust' : LAYERS.find((one) => one === step);
  return likely === null || layer === undefined ? null : { layer, why: likely };
}
