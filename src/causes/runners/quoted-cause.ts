import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import type { Aspect } from '../../model/aspect.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Denial } from '../../model/denial.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import { type CaseCause, caseCause, type WhyNot } from '../cause.ts';

/** A cause that the error text names, in AWS's words or those of an SDK. */
export interface QuotedCause<Id extends string = string> {
  readonly id: Id;
  readonly layer?: Layer;
  /** What it is about; that of its contest unless given. */
  readonly aspect?: Aspect;
  /** Error codes that name it, whatever the message says. */
  readonly codes?: readonly string[];
  /** Sentences that name it, or the part of one that never changes. */
  readonly phrases: readonly string[];
  /** Phrases that mean something else elsewhere count only in a text of this kind. */
  readonly onlyIn?: Partial<Pick<Denial, 'kind' | 'credentialError'>>;
  /** True where the text says more, and another row has it. */
  readonly unless?: (denialCase: DenialCase) => boolean;
  /** `aws` unless given: the words name the cause. */
  readonly certainty?: Certainty;
  /** No policy change helps. */
  readonly beyondPolicies?: true;
  readonly summary: string | ((denialCase: DenialCase) => string);
  readonly remedies: readonly Remedy[] | ((denialCase: DenialCase) => readonly Remedy[]);
}

const NO_DENIAL: WhyNot = 'there is no error text';
const OTHER_KIND: WhyNot = 'the error is of another kind';
const NOT_SAID: WhyNot = 'the error text does not say so';
const SAYS_MORE: WhyNot = 'the error text says more, which another cause has';

/** Finds the phrases of a row, or its error code, in the lines of the denial, and quotes them. */
export function quotedCause<const Id extends string>(cause: QuotedCause<Id>): CaseCause<Id> {
  const { id, layer = null, aspect, codes = [], phrases, onlyIn = {}, certainty = 'aws', summary, remedies } = cause;
  const { beyondPolicies = false, unless } = cause;
  return caseCause({
    id,
    layer,
    aspect,
    find(denialCase) {
      const { denial } = denialCase;
      if (denial === null) return NO_DENIAL;
      const { kind = denial.kind, credentialError = denial.credentialError } = onlyIn;
      if (kind !== denial.kind || credentialError !== denial.credentialError) return OTHER_KIND;
      const quote = findQuote(denialCase, phrases) ?? (isOneOf(codes, denial) ? quoteCode(denialCase) : undefined);
      if (quote === undefined) return NOT_SAID;
      if (unless?.(denialCase) === true) return SAYS_MORE;
      return {
        summary: typeof summary === 'string' ? summary : summary(denialCase),
        evidence: [quote],
        certainty,
        beyondPolicies,
        remedies: typeof remedies === 'function' ? remedies(denialCase) : remedies,
      };
    },
  });
}

/** The causes of a table of such rows; all are about the aspect where one is given. */
export function quotedCauses<Id extends string>(
  rows: readonly QuotedCause<Id>[],
  aspect?: Aspect,
): readonly CaseCause<Id>[] {
  return rows.map((row) => quotedCause(aspect === undefined ? row : { ...row, aspect }));
}

/** `Client.OptInRequired` and `OptInRequiredException` are the code `OptInRequired`. */
function isOneOf(codes: readonly string[], denial: Denial): boolean {
  const code = plainCode(denial.code ?? '');
  return codes.some((one) => plainCode(one) === code);
}

function plainCode(code: string): string {
  const lower = code.toLowerCase();
  const fault = ['client.', 'server.'].find((one) => lower.startsWith(one)) ?? '';
  return lower.slice(fault.length, lower.endsWith('exception') ? -'exception'.length : undefined);
}
