import { type Gap, notGiven } from './gap.ts';
import type { Layer } from './layer.ts';

/** The account that owns the resource is not known: there is no ARN, or one without an account, as of a bucket. */
export function ownerGap(resource: string | null, layer: Layer | null): Gap {
  const toPass = resource === null ? 'resource' : { key: 'aws:ResourceAccount' };
  return notGiven({ what: 'which account owns the resource', layer, toPass });
}
