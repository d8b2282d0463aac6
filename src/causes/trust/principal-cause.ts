import type { Case } from '../../model/case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { Blockage, BlockageCheck, CauseDoc } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import type { StatementMiss } from '../../evidence/near-miss/statement-miss.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/** What a cause about the principal of a trust policy gets to see. */
interface OtherPrincipal {
  readonly miss: StatementMiss;
  /** The principal in the policy that comes nearest. */
  readonly named: string;
  /** The caller, as a policy would name it. */
  readonly caller: string;
  readonly subject: Case;
  readonly blockage: Blockage;
  /** `prod-deploy, trust policy, statement 0` */
  readonly place: string;
}

/** A cause that a statement of the trust policy would fit but for its principal. */
export interface PrincipalCause<Id extends string> {
  readonly id: Id;
  readonly doc: CauseDoc;
  readonly when: (other: OtherPrincipal) => boolean;
  readonly summary: (other: OtherPrincipal) => string;
  /** The general ones for a near miss unless given. */
  readonly remedies?: (other: OtherPrincipal) => readonly Remedy[] | undefined;
}

/** A check for the principal of a trust policy's statement. */
export function principalCause<const Id extends string>(
  cause: PrincipalCause<Id>,
): BlockageCheck & { readonly id: Id } {
  const { id, doc, when, summary, remedies = () => undefined } = cause;
  return {
    on: 'blockage',
    layer: 'trust',
    kind: 'missing-allow',
    id,
    doc,
    explain(blockage, subject) {
      const miss = nearestMiss(blockage, subject);
      if (miss?.nearMiss.element !== 'principal') return undefined;
      const { policySays: named, requestHas: caller } = miss.nearMiss;
      const other = { miss, named, caller, subject, blockage, place: placeOfStatement(subject, miss.statement) };
      if (!when(other)) return undefined;
      return {
        summary: summary(other),
        evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
        remedies: remedies(other) ?? missRemedies(miss, blockage, subject),
      };
    },
  };
}
