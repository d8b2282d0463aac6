import { allowEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, nearMissSummary, type StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { targetRoleName } from '../../evidence/target-role.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { type BlockerCause, blockerCause, type Finding, type WhyNot } from '../cause.ts';

/** The trust policy lets the caller in, but not with this action. */
export const trustAction = [
  secondAction({
    id: 'trust.tag-session',
    action: 'sts:TagSession',
    whyNot: 'the action is not sts:TagSession',
    summary: (place, { facts }) =>
      facts.principal?.type === 'service'
        ? `${place} lets ${facts.principal.name} assume it, but not tag the session (sts:TagSession), which that service always does`
        : `${place} does not allow sts:TagSession, but the call passes session tags`,
  }),
  secondAction({
    id: 'trust.set-source-identity',
    action: 'sts:SetSourceIdentity',
    whyNot: 'the action is not sts:SetSourceIdentity',
    summary: (place) => `${place} does not allow sts:SetSourceIdentity, but the session has a source identity`,
  }),
  secondAction({
    id: 'trust.set-context',
    action: 'sts:SetContext',
    whyNot: 'the action is not sts:SetContext',
    summary: (place) => `${place} does not allow sts:SetContext, but the call passes an identity context`,
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'trust.action',
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss?.element !== 'action') return 'the statement that comes nearest does not fail in its action';
      return actionFinding(nearMissSummary(miss, denialCase), miss, blocker, denialCase);
    },
  }),
] as const satisfies readonly BlockerCause[];

/** A second permission that one call of sts:AssumeRole needs from the trust policy. */
interface SecondAction<Id extends string> {
  readonly id: Id;
  /** `sts:TagSession` */
  readonly action: string;
  readonly whyNot: WhyNot;
  /** `place`: the statement that comes nearest, or the trust policy as a whole. */
  readonly summary: (place: string, denialCase: DenialCase) => string;
}

/** Explains a request that the trust policy would allow if it were sts:AssumeRole alone. */
function secondAction<const Id extends string>({ id, action, whyNot, summary }: SecondAction<Id>) {
  return blockerCause({
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      if (denialCase.request?.action.toLowerCase() !== action.toLowerCase()) return whyNot;
      const miss = nearestMiss(blocker, denialCase);
      if (miss !== undefined && miss.element !== 'action')
        return 'the statement that comes nearest has the action, and fails in something else';
      const place =
        miss === undefined
          ? `The trust policy of ${targetRoleName(denialCase)}`
          : placeOfStatement(denialCase, miss.statement);
      return actionFinding(summary(place, denialCase), miss, blocker, denialCase);
    },
  });
}

/** With the statement that lacks the action; where none comes near, with where we looked. */
function actionFinding(
  summary: string,
  miss: StatementNearMiss | undefined,
  blocker: Blocker,
  denialCase: DenialCase,
): Finding {
  return miss === undefined
    ? { summary, evidence: allowEvidence(blocker, denialCase), remedies: allowRemedies(blocker, denialCase) }
    : {
        summary,
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies: nearMissRemedies(miss, blocker, denialCase),
      };
}
