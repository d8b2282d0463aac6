import { namedReason } from '../checks/aws-words/stated-reason.ts';
import { findCauses } from '../checks/blockages/find-causes.ts';
import type { FoundCause } from '../checks/check.ts';
import type { Case } from '../model/case.ts';
import type { Layer } from '../model/layer.ts';

/** The layer that AWS names, with its causes; they have no fix, for the request is to name another one. */
export interface ExplainedAsAsked {
  readonly layer: Layer;
  readonly causes: readonly FoundCause[];
}

/**
 * AWS's reason is about the request as it was made. Where its layer blocks that one, and lets through what must be meant, the wrong name is
 * all that AWS's reason is about. Undefined where AWS names no layer, or its word holds for both.
 */
export function explainedAsAsked(asked: Case, meant: Case): ExplainedAsAsked | undefined {
  const layer = namedReason(asked)?.layer;
  const { verdict } = meant;
  if (layer === undefined || verdict === null || asked.verdict?.blockers.includes(layer) !== true) return undefined;
  if (verdict.blockers.includes(layer) || verdict.suspects.includes(layer)) return undefined;
  // That there is no such role is told by a cause of its own.
  const causes = findCauses(asked).filter((cause) => cause.layer === layer && layer !== 'trust');
  return { layer, causes: causes.map((cause) => ({ ...cause, remedies: [] })) };
}
