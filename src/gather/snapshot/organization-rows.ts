import { answerKey } from './call-key.ts';
import type { Snapshot } from './snapshot.ts';

/** A row of the table that no read of AWS has: an organization. */
export const ORGANIZATION = 'snapshot:Organization';
/** Another one: the organization that an id belongs to. */
export const PLACE = 'snapshot:Place';

/** Policy types that limit what a request may do. */
export const POLICY_TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

/** The ARN of something in an organization, where its management account is known. */
export function arnOf(resource: string, id: string, held: Snapshot['held']): { readonly Arn?: string } {
  const management = held.get(answerKey('', ORGANIZATION, id))?.fields['MasterAccountId'];
  return management === undefined ? {} : { Arn: `arn:aws:organizations::${String(management)}:${resource}` };
}
