/** Rows of the table that no read of AWS has: an organization, and the organization that an id belongs to. */
export const ORGANIZATION = 'snapshot:Organization';
export const PLACE = 'snapshot:Place';

/** Policy types that limit what a request may do. */
export const POLICY_TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];
