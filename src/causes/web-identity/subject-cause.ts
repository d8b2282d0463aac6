import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause } from '../cause.ts';
import { addSubject, mismatchEvidence, type SubjectMismatch, subjectMismatch } from './subject-mismatch.ts';

/** A cause that the token's subject is not the one that the trust policy wants. */
export interface SubjectCause<Id extends string> {
  readonly id: Id;
  readonly when: (mismatch: SubjectMismatch) => boolean;
  readonly summary: (mismatch: SubjectMismatch) => string;
  /** To add the presented subject unless given. */
  readonly remedies?: (mismatch: SubjectMismatch, denialCase: DenialCase) => readonly Remedy[] | undefined;
}

/** A check for the subject of a web identity token. */
export function subjectCause<const Id extends string>(cause: SubjectCause<Id>): BlockerCause & { readonly id: Id } {
  const { id, when, summary, remedies = () => undefined } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      const mismatch = subjectMismatch(blocker, denialCase);
      if (mismatch === undefined || !when(mismatch)) return undefined;
      return {
        summary: summary(mismatch),
        evidence: mismatchEvidence(mismatch, blocker, denialCase),
        remedies: remedies(mismatch, denialCase) ?? addSubject(mismatch, denialCase),
      };
    },
  };
}

/** `wants A, and the token has B`, in words as sure as we are. */
export function subjectWords({ place, nearest, presented, when }: SubjectMismatch): string {
  const has = when === undefined ? `the token has ${presented}` : `the token of this job has ${presented} (if ${when})`;
  return `${place} wants the subject ${nearest}, and ${has}`;
}
