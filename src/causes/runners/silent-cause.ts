import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause, WhyNot } from '../cause.ts';

/** A cause of a trust policy in which nothing comes near the request. */
export interface SilentCause<Id extends string> {
  readonly id: Id;
  readonly when: (denialCase: DenialCase, blocker: Blocker) => boolean;
  /** Why it is not this cause, where `when` is false: `the caller is not an AWS service`. */
  readonly whyNot: WhyNot;
  readonly summary: (denialCase: DenialCase, blocker: Blocker) => string;
  /** The smallest statement that would trust the caller unless given. */
  readonly remedies?: (denialCase: DenialCase) => readonly Remedy[] | undefined;
  /** No policy lets the caller assume the role. */
  readonly beyondPolicies?: boolean;
}

const NO_ROLE: WhyNot = 'the role does not exist';

/** Explains a trust policy that has no Allow for the request; the evidence is where we looked. */
export function silentCause<const Id extends string>(cause: SilentCause<Id>): BlockerCause & { readonly id: Id } {
  const { id, when, whyNot, summary, remedies = () => undefined, beyondPolicies = false } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      if (roleIsMissing(denialCase)) return NO_ROLE;
      if (!when(denialCase, blocker)) return whyNot;
      return {
        summary: summary(denialCase, blocker),
        evidence: allowEvidence(blocker, denialCase),
        remedies: remedies(denialCase) ?? allowRemedies(blocker, denialCase),
        beyondPolicies,
      };
    },
  };
}
