import type { Case } from '../../model/case.ts';
import { shortName } from '../../model/short-name.ts';
import type { Blockage, BlockageCheck, CauseDoc } from '../cause.ts';
import { allowEvidence, missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';

/** A second permission that one call of sts:AssumeRole needs from the trust policy. */
export interface MissingAction<Id extends string> {
  readonly id: Id;
  readonly doc: CauseDoc;
  /** `sts:TagSession` */
  readonly action: string;
  readonly summary: (role: string, subject: Case) => string;
}

/** A check for a request that the trust policy would allow were it sts:AssumeRole alone. */
export function missingAction<const Id extends string>(cause: MissingAction<Id>): BlockageCheck & { readonly id: Id } {
  const { id, doc, action, summary } = cause;
  return {
    on: 'blockage',
    layer: 'trust',
    kind: 'missing-allow',
    id,
    doc,
    explain(blockage, subject) {
      if (subject.request?.action.toLowerCase() !== action.toLowerCase()) return undefined;
      const miss = nearestMiss(blockage, subject);
      if (miss !== undefined && miss.nearMiss.element !== 'action') return undefined;
      const role = shortName(subject.facts.role?.arn ?? subject.request.resource);
      if (miss === undefined) return silent(summary(role, subject), blockage, subject);
      return {
        summary: summary(role, subject),
        evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
        remedies: missRemedies(miss, blockage, subject),
      };
    },
  };
}

function silent(summary: string, blockage: Blockage, subject: Case) {
  return { summary, evidence: allowEvidence(blockage, subject), remedies: allowRemedies(blockage, subject) };
}
