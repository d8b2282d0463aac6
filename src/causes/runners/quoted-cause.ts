import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Certainty } from '../../model/diagnosis.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { CaseCause } from '../cause.ts';

/** A cause that AWS's own words tell. */
export interface QuotedCause<Id extends string> {
  readonly id: Id;
  readonly layer?: Layer;
  /** Error codes that mean it, whatever the message says. */
  readonly codes?: readonly string[];
  /** Sentences, or the part of one that never changes. */
  readonly phrases: readonly string[];
  /** Further things that must hold. */
  readonly when?: (denialCase: DenialCase) => boolean;
  /** `aws` unless given: the words name the cause. */
  readonly certainty?: Certainty;
  readonly summary: string | ((denialCase: DenialCase) => string);
  readonly remedies: readonly Remedy[] | ((denialCase: DenialCase) => readonly Remedy[]);
}

/** A check that looks for AWS's words (or its error code) in the lines of the denial. */
export function quotedCause<const Id extends string>(cause: QuotedCause<Id>): CaseCause & { readonly id: Id } {
  const { id, layer = null, codes = [], phrases, when = () => true, certainty = 'aws', summary, remedies } = cause;
  return {
    id,
    layer,
    find(denialCase) {
      if (denialCase.denial === null || !when(denialCase)) return undefined;
      const quote = findQuote(denialCase, phrases) ?? (hasCode(denialCase, codes) ? quoteCode(denialCase) : undefined);
      if (quote === undefined) return undefined;
      return {
        summary: typeof summary === 'string' ? summary : summary(denialCase),
        evidence: [quote],
        certainty,
        remedies: typeof remedies === 'function' ? remedies(denialCase) : remedies,
      };
    },
  };
}

/** `Client.OptInRequired` and `OptInRequiredException` are the code `OptInRequired`. */
function hasCode(denialCase: DenialCase, codes: readonly string[]): boolean {
  const code = plainCode(denialCase.denial?.code ?? '');
  return codes.some((one) => plainCode(one) === code);
}

function plainCode(code: string): string {
  return code
    .toLowerCase()
    .replace(/^(client|server)\./, '')
    .replace(/exception$/, '');
}
