import type { Change, SentInstead } from '../model/diagnosis.ts';
import type { Who } from '../model/gap.ts';

/** A fix before it is proven: what changes, who can do it, or what to send instead. */
export interface Draft {
  readonly who: Who;
  readonly summary: string;
  readonly changes: readonly Change[];
  readonly request: SentInstead | null;
  /** Commands of a remedy that changes no document. */
  readonly commands: readonly (readonly string[])[];
}
