import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import type { CredentialError } from '../../model/denial.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import { type CaseCause, caseCause, type WhyNot } from '../cause.ts';

/** A cause that is the kind of credential error which was read from the text. */
export interface CredentialErrorCause<E extends CredentialError = CredentialError> {
  readonly error: E;
  /** Sentences to quote, the most telling first; the error code is quoted where the text has none of them. */
  readonly phrases: readonly string[];
  /** Where else it is this error, though the text was not read as one of this kind. */
  readonly alsoWhere?: (denialCase: DenialCase) => boolean;
  readonly summary: string | ((denialCase: DenialCase) => string);
  readonly remedies: readonly Remedy[] | ((denialCase: DenialCase) => readonly Remedy[]);
}

const OTHER_ERROR: WhyNot = 'the error text names no credential error of this kind';

/** The causes of a table of credential errors. The text names the error, so no policy was evaluated. */
export function credentialErrorCauses<E extends CredentialError>(
  rows: readonly CredentialErrorCause<E>[],
): readonly CaseCause<`credentials.${E}`>[] {
  return rows.map(({ error, phrases, alsoWhere = () => false, summary, remedies }) =>
    caseCause({
      id: `credentials.${error}`,
      layer: null,
      find(denialCase) {
        const isError = denialCase.denial?.credentialError === error || alsoWhere(denialCase);
        const quote = isError ? (findQuote(denialCase, phrases) ?? quoteCode(denialCase)) : undefined;
        if (quote === undefined) return OTHER_ERROR;
        return {
          summary: typeof summary === 'string' ? summary : summary(denialCase),
          evidence: [quote],
          certainty: 'aws',
          remedies: typeof remedies === 'function' ? remedies(denialCase) : remedies,
        };
      },
    }),
  );
}
