import { allowEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { shortName } from '../../model/short-name.ts';
import type { BlockerCause } from '../cause.ts';

/** A second permission that one call of sts:AssumeRole needs from the trust policy. */
export interface MissingAction<Id extends string> {
  readonly id: Id;
  /** `sts:TagSession` */
  readonly action: string;
  readonly summary: (role: string, denialCase: DenialCase) => string;
}

/** A check for a request that the trust policy would allow were it sts:AssumeRole alone. */
export function missingAction<const Id extends string>(cause: MissingAction<Id>): BlockerCause & { readonly id: Id } {
  const { id, action, summary } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      if (denialCase.request?.action.toLowerCase() !== action.toLowerCase()) return undefined;
      const miss = nearestMiss(blocker, denialCase);
      if (miss !== undefined && miss.element !== 'action') return undefined;
      const role = shortName(denialCase.facts.role?.arn ?? denialCase.request.resource);
      if (miss === undefined) return silent(summary(role, denialCase), blocker, denialCase);
      return {
        summary: summary(role, denialCase),
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies: nearMissRemedies(miss, blocker, denialCase),
      };
    },
  };
}

function silent(summary: string, blocker: Blocker, denialCase: DenialCase) {
  return { summary, evidence: allowEvidence(blocker, denialCase), remedies: allowRemedies(blocker, denialCase) };
}
