/** Where a policy acts. `trust` is what `resource` is called for a role's trust policy; a request has one of the two. */
export const LAYERS = ['identity', 'boundary', 'session', 'scp', 'rcp', 'trust', 'resource', 'endpoint'] as const;

/** One kind of policy that takes part in a decision. */
export type Layer = (typeof LAYERS)[number];

/** One answer for every layer: none can be forgotten. */
export type PerLayer<T> = { readonly [K in Layer]: T };
