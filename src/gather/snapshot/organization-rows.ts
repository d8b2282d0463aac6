import { answerKey } from './call-key.ts';
import type { Snapshot } from './snapshot.ts';

/** A row with an organization. No call to AWS has it as its answer. */
export const ORGANIZATION = 'snapshot:Organization';
/** A row with the organization that an id belongs to. No call has it as its answer. */
export const PLACE = 'snapshot:Place';

/** The policy types that limit requests. */
export const POLICY_TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

/** The ARN of something in an organization, if its management account is known. */
export function arnOf(resource: string, id: string, held: Snapshot['held']): { readonly Arn?: string } {
  const management = held.get(answerKey('', ORGANIZATION, id))?.fields['MasterAccountId'];
  return management === undefined ? {} : { Arn: `arn:aws:organizations::${String(management)}:${resource}` };
}
