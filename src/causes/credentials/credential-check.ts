import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import type { CredentialError } from '../../model/denial.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { CaseCause } from '../cause.ts';
import { isToldPrecisely } from './precise-causes.ts';

/** A cause that is the credential error which the text names. */
export interface CredentialCause<E extends CredentialError> {
  readonly error: E;
  /** AWS's sentences for it, to be quoted. */
  readonly phrases: readonly string[];
  /** Where else it is this error, though the text does not name it so. */
  readonly when?: (denialCase: DenialCase) => boolean;
  readonly summary: string | ((denialCase: DenialCase) => string);
  readonly remedies: (denialCase: DenialCase) => readonly Remedy[];
}

/** A check for one kind of credential error. The text names it, so no policy is to blame; where it says more, another cause tells it. */
export function credentialCheck<const E extends CredentialError>(
  cause: CredentialCause<E>,
): CaseCause & { readonly id: `credentials.${E}` } {
  const { error, phrases, when = () => false, summary, remedies } = cause;
  return {
    id: `credentials.${error}`,
    layer: null,
    find(denialCase) {
      if (denialCase.denial?.credentialError !== error && !when(denialCase)) return undefined;
      if (isToldPrecisely(denialCase)) return undefined;
      const quote = findQuote(denialCase, phrases) ?? quoteCode(denialCase);
      if (quote === undefined) return undefined;
      return {
        summary: typeof summary === 'string' ? summary : summary(denialCase),
        evidence: [quote],
        certainty: 'aws',
        remedies: remedies(denialCase),
      };
    },
  };
}
