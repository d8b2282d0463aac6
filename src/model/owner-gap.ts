import { type Gap, notGiven } from './gap.ts';
import type { Layer } from './layer.ts';

/** Nobody tells whose the resource is: the ARN does where one is given, but for those of buckets and the like, which name no account. */
export function ownerGap(resource: string | null, layer: Layer | null): Gap {
  const option = resource === null ? '--resource' : '--context aws:ResourceAccount=<account id>';
  return notGiven({ what: 'which account owns the resource', layer, option });
}
