import type { Case } from '../model/case.ts';
import type { Rung } from '../model/diagnosis.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import type { CaseCheck, CauseDoc } from './cause.ts';
import { said, saidCode } from '../evidence/aws-words/find-quote.ts';

/** A cause that AWS's own words tell. */
export interface SaidCause<Id extends string> {
  readonly id: Id;
  readonly layer?: Layer;
  readonly doc: CauseDoc;
  /** Error codes that mean it, whatever the message says. */
  readonly codes?: readonly string[];
  /** Sentences, or the part of one that never changes. */
  readonly phrases: readonly string[];
  /** Further things that must hold. */
  readonly when?: (subject: Case) => boolean;
  /** `aws` unless given: the words name the cause. */
  readonly rung?: Rung;
  readonly summary: string | ((subject: Case) => string);
  readonly remedies: readonly Remedy[] | ((subject: Case) => readonly Remedy[]);
}

/** A check that looks for AWS's words (or its error code) in the lines of the denial. */
export function saidCheck<const Id extends string>(cause: SaidCause<Id>): CaseCheck & { readonly id: Id } {
  const { id, layer = null, doc, codes = [], phrases, when = () => true, rung = 'aws', summary, remedies } = cause;
  return {
    on: 'case',
    id,
    layer,
    doc,
    find(subject) {
      if (subject.denial === null || !when(subject)) return undefined;
      const quote = said(subject, phrases) ?? (hasCode(subject, codes) ? saidCode(subject) : undefined);
      if (quote === undefined) return undefined;
      return {
        summary: typeof summary === 'string' ? summary : summary(subject),
        evidence: [quote],
        rung,
        remedies: typeof remedies === 'function' ? remedies(subject) : remedies,
      };
    },
  };
}

/** `Client.OptInRequired` and `OptInRequiredException` are the code `OptInRequired`. */
function hasCode(subject: Case, codes: readonly string[]): boolean {
  const code = plainCode(subject.denial?.code ?? '');
  return codes.some((one) => plainCode(one) === code);
}

function plainCode(code: string): string {
  return code
    .toLowerCase()
    .replace(/^(client|server)\./, '')
    .replace(/exception$/, '');
}
