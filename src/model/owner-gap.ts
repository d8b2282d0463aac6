import { type Gap, notGiven } from './gap.ts';
import type { Layer } from './layer.ts';

/** Nobody tells whose the resource is: the ARN does where one is given, but for those of buckets and the like, which name no account. */
export function ownerGap(resource: string | null, layer: Layer | null): Gap {
  const toPass = resource === null ? 'resource' : { key: 'aws:ResourceAccount' };
  return notGiven({ what: 'which account owns the resource', layer, toPass });
}
