import { quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, type StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause, WhyNot } from '../cause.ts';

/** What a cause about the principal of a trust policy gets to see. */
interface OtherPrincipal {
  readonly miss: StatementNearMiss;
  /** The principal in the policy that comes nearest. */
  readonly named: string;
  /** The caller, as a policy would name it. */
  readonly caller: string;
  readonly denialCase: DenialCase;
  readonly blocker: Blocker;
  /** `prod-deploy, trust policy, statement 0` */
  readonly place: string;
}

/** A cause that a statement of the trust policy would fit but for its principal. */
export interface PrincipalCause<Id extends string> {
  readonly id: Id;
  readonly when: (other: OtherPrincipal) => boolean;
  /** Why it is not this cause, where `when` is false: `the caller is not an AWS service`. */
  readonly whyNot: WhyNot;
  readonly summary: (other: OtherPrincipal) => string;
  /** What there is besides the statement and AWS's words. */
  readonly evidence?: (other: OtherPrincipal) => readonly Evidence[];
  /** The general ones for a near miss unless given. */
  readonly remedies?: (other: OtherPrincipal) => readonly Remedy[] | undefined;
}

const NOT_THE_PRINCIPAL: WhyNot = 'the statement that comes nearest does not fail in its principal';

/** Explains a trust policy in which a statement names another principal than the caller. */
export function principalCause<const Id extends string>(cause: PrincipalCause<Id>): BlockerCause & { readonly id: Id } {
  const { id, when, whyNot, summary, evidence = () => [], remedies = () => undefined } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss?.element !== 'principal') return NOT_THE_PRINCIPAL;
      const { policySays: named, requestHas: caller } = miss;
      const other = { miss, named, caller, denialCase, blocker, place: placeOfStatement(denialCase, miss.statement) };
      if (!when(other)) return whyNot;
      return {
        summary: summary(other),
        evidence: [nearMissEvidence(miss, denialCase), ...evidence(other), ...quoted(blocker, denialCase)],
        remedies: remedies(other) ?? nearMissRemedies(miss, blocker, denialCase),
      };
    },
  };
}
