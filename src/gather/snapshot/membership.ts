import { answerKey } from './call-key.ts';
import type { Snapshot } from './snapshot.ts';
import type { Table } from './table.ts';

const CALL = 'organizations:DescribeOrganization';

/** Notes in which organization an account is; null: in none. */
export function holdMembership(account: string, id: string | null, pointer: string, table: Table): void {
  table.hold(account, CALL, '', '', { fields: { OrganizationId: id }, print: (known) => known, pointer });
}

/** The organization of an account; null: in none, undefined: not known. */
export function membershipOf(account: string, held: Snapshot['held']): string | null | undefined {
  const id = held.get(answerKey(account, CALL, ''))?.fields['OrganizationId'];
  return typeof id === 'string' || id === null ? id : undefined;
}
