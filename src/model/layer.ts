/** Where a policy acts. `trust` is what `resource` is called for a role's trust policy; a request has one of the two. */
export const LAYERS = ['identity', 'boundary', 'session', 'scp', 'rcp', 'trust', 'resource', 'endpoint'] as const;

/** One kind of policy that takes part in a decision. */
export type Layer = (typeof LAYERS)[number];

/** One answer for every layer: none can be forgotten. */
export type PerLayer<T> = { readonly [K in Layer]: T };

/** How a layer is called in a sentence, with its article. */
export const LAYER_NAMES: PerLayer<string> = {
  identity: 'an identity policy',
  boundary: 'the permissions boundary',
  session: 'the session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  trust: 'the trust policy',
  resource: 'the resource policy',
  endpoint: 'the VPC endpoint policy',
};
