import { answerKey } from './call-key.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

const CALL = 'organizations:DescribeOrganization';

/** Adds which organization an account is in. Null: in none. */
export function holdMembership(account: string, id: string | null, pointer: string, builder: SnapshotBuilder): void {
  builder.hold(account, CALL, '', '', { fields: { OrganizationId: id }, print: (known) => known, pointer });
}

/** The organization that an account is in. Null: in none. Undefined: not known. */
export function membershipOf(account: string, held: Snapshot['held']): string | null | undefined {
  const id = held.get(answerKey(account, CALL, ''))?.fields['OrganizationId'];
  return typeof id === 'string' || id === null ? id : undefined;
}
