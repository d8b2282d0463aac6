import type { CallEntry, RecordedIn } from './call-entry.ts';
import { findCall } from './find-call.ts';
import type { CALLS } from './table.ts';

type SnapshotCall = Pick<CallEntry, 'about' | 'absent' | 'kept' | 'recordedIn' | 'listedBy' | 'list' | 'madeOf'>;

/** Calls that a snapshot can answer and that are never made to AWS. `snapshot:` is not a service of AWS. */
const SNAPSHOT_CALLS = {
  /** Input `{ ResourceArn }`, output `{ Policy, Account }`: the policy of a resource, whatever service it is of. */
  'snapshot:ResourcePolicy': { about: { kind: 'resource', name: 'ResourceArn' }, recordedIn: 'account' },
  'iam:GetSAMLProvider': {
    about: { kind: 'saml-provider', name: 'SAMLProviderArn' },
    absent: 'NoSuchEntityException',
    recordedIn: 'account',
    kept: ['CreateDate', 'ValidUntil'],
  },
} as const satisfies Readonly<Record<string, SnapshotCall>>;

type Entries = typeof CALLS & typeof SNAPSHOT_CALLS;

/** The calls whose answers are recorded in this part of a snapshot. */
export type CallRecordedIn<Part extends RecordedIn> = {
  [Name in keyof Entries]: Entries[Name] extends { readonly recordedIn: Part } ? Name : never;
}[keyof Entries];

/** The entry of a call that AWS or a snapshot can answer; undefined for one that is in neither table. */
export function findAnyCall(name: string): SnapshotCall | undefined {
  if (Object.hasOwn(SNAPSHOT_CALLS, name)) return SNAPSHOT_CALLS[name as keyof typeof SNAPSHOT_CALLS]; // hasOwn just proved it
  return findCall(name);
}
