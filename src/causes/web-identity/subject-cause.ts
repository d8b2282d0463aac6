import type { Case } from '../../model/case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockageCheck, CauseDoc } from '../cause.ts';
import { addSubject, mismatchEvidence, type SubjectMismatch, subjectMismatch } from './subject-mismatch.ts';

/** A cause that the token's subject is not the one that the trust policy wants. */
export interface SubjectCause<Id extends string> {
  readonly id: Id;
  readonly doc: CauseDoc;
  readonly when: (mismatch: SubjectMismatch) => boolean;
  readonly summary: (mismatch: SubjectMismatch) => string;
  /** To add the presented subject unless given. */
  readonly remedies?: (mismatch: SubjectMismatch, subject: Case) => readonly Remedy[] | undefined;
}

/** A check for the subject of a web identity token. */
export function subjectCause<const Id extends string>(cause: SubjectCause<Id>): BlockageCheck & { readonly id: Id } {
  const { id, doc, when, summary, remedies = () => undefined } = cause;
  return {
    on: 'blockage',
    layer: 'trust',
    kind: 'missing-allow',
    id,
    doc,
    explain(blockage, subject) {
      const mismatch = subjectMismatch(blockage, subject);
      if (mismatch === undefined || !when(mismatch)) return undefined;
      return {
        summary: summary(mismatch),
        evidence: mismatchEvidence(mismatch, blockage, subject),
        remedies: remedies(mismatch, subject) ?? addSubject(mismatch, subject),
      };
    },
  };
}

/** `wants A, and the token has B`, in words as sure as we are. */
export function subjectWords({ place, nearest, presented, when }: SubjectMismatch): string {
  const has = when === undefined ? `the token has ${presented}` : `the token of this job has ${presented} (if ${when})`;
  return `${place} wants the subject ${nearest}, and ${has}`;
}
