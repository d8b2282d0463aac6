import type { FoundCause } from '../causes/cause.ts';
import { findCauses } from '../causes/find-causes.ts';
import { namedReason } from '../evidence/aws-words/stated-reason.ts';
import { isPassRole } from '../model/actions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';

/** The layers that only the request as it was made is denied by, with their causes; they have no fix, for the request is to name another one. */
export interface ExplainedAsAsked {
  readonly layers: readonly Layer[];
  readonly causes: readonly FoundCause[];
}

/**
 * AWS's reason is about the request as it was made. Where its layer blocks that one, and lets through what must be meant, the wrong name is
 * all that AWS's reason is about. So it is without a reason where a role is passed: IAM asks the policies for the ARN that was given, whether
 * there is such a role or not. Undefined where there is no such layer, or AWS's word holds for both.
 */
export function explainedAsAsked(asked: DenialCase, meant: DenialCase): ExplainedAsAsked | undefined {
  const { verdict } = meant;
  if (verdict === null || asked.verdict === null) return undefined;
  const layers = asked.verdict.blockers
    .filter((layer) => layersInQuestion(asked, meant)?.includes(layer) ?? true)
    .filter((layer) => !verdict.blockers.includes(layer) && !verdict.suspects.includes(layer));
  if (layers.length === 0) return undefined;
  // That there is no such role is told by a cause of its own.
  const causes = findCauses(asked).filter(({ layer }) => layer !== null && layer !== 'trust' && layers.includes(layer));
  return { layers, causes: causes.map((cause) => ({ ...cause, remedies: [] })) };
}

/** The layer that AWS names, or none; undefined for all of them. */
function layersInQuestion(asked: DenialCase, meant: DenialCase): readonly Layer[] | undefined {
  const named = namedReason(asked)?.layer;
  if (named !== undefined) return [named];
  const hasItsCaller = asked.request?.principal.arn === meant.request?.principal.arn;
  return hasItsCaller && isPassRole(asked.request?.action ?? null) ? undefined : [];
}
