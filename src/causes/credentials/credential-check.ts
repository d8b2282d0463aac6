import type { Case } from '../../model/case.ts';
import type { CredentialError } from '../../model/denial.ts';
import type { Remedy } from '../../model/remedy.ts';
import { said, saidCode } from '../../evidence/aws-words/find-quote.ts';
import type { CaseCheck, CauseDoc } from '../cause.ts';
import { isToldPrecisely } from './precise-causes.ts';

/** A cause that is the credential error which the text names. */
export interface CredentialCause<E extends CredentialError> {
  readonly error: E;
  readonly doc: CauseDoc;
  /** AWS's sentences for it, to be quoted. */
  readonly phrases: readonly string[];
  /** Where else it is this error, though the text does not name it so. */
  readonly when?: (subject: Case) => boolean;
  readonly summary: string | ((subject: Case) => string);
  readonly remedies: (subject: Case) => readonly Remedy[];
}

/** A check for one kind of credential error. The text names it, so no policy is to blame; where it says more, another cause tells it. */
export function credentialCheck<const E extends CredentialError>(
  cause: CredentialCause<E>,
): CaseCheck & { readonly id: `credentials.${E}` } {
  const { error, doc, phrases, when = () => false, summary, remedies } = cause;
  return {
    on: 'case',
    id: `credentials.${error}`,
    layer: null,
    doc,
    find(subject) {
      if (subject.denial?.credentialError !== error && !when(subject)) return undefined;
      if (isToldPrecisely(subject)) return undefined;
      const quote = said(subject, phrases) ?? saidCode(subject);
      if (quote === undefined) return undefined;
      return {
        summary: typeof summary === 'string' ? summary : summary(subject),
        evidence: [quote],
        rung: 'aws',
        remedies: remedies(subject),
      };
    },
  };
}
