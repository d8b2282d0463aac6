import type { Case } from '../../model/case.ts';
import type { Remedy } from '../../model/remedy.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import type { Blockage, BlockageCheck, CauseDoc } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';

/** A cause of a trust policy in which nothing comes near the request. */
export interface SilentCause<Id extends string> {
  readonly id: Id;
  readonly doc: CauseDoc;
  readonly when: (subject: Case, blockage: Blockage) => boolean;
  readonly summary: (subject: Case, blockage: Blockage) => string;
  /** The smallest statement that would trust the caller unless given. */
  readonly remedies?: (subject: Case) => readonly Remedy[] | undefined;
  /** Nobody can assume the role whatever the policies say. */
  readonly barred?: boolean;
}

/** A check for a trust policy without an Allow for the request; the evidence is where we looked. */
export function silentCause<const Id extends string>(cause: SilentCause<Id>): BlockageCheck & { readonly id: Id } {
  const { id, doc, when, summary, remedies = () => undefined, barred = false } = cause;
  return {
    on: 'blockage',
    layer: 'trust',
    kind: 'missing-allow',
    id,
    doc,
    explain(blockage, subject) {
      if (roleIsMissing(subject) || !when(subject, blockage)) return undefined;
      return {
        summary: summary(subject, blockage),
        evidence: allowEvidence(blockage, subject),
        remedies: remedies(subject) ?? allowRemedies(blockage, subject),
        barred,
      };
    },
  };
}
