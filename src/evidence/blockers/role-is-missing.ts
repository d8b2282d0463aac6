import type { EvaluatedCase } from '../../model/denial-case.ts';
import { resourceLayerIn } from '../aws-words/stated-reason.ts';

/** True if the role that the caller wants to assume does not exist. */
export function roleIsMissing(denialCase: EvaluatedCase): boolean {
  return denialCase.facts.role?.entity.status === 'absent' && resourceLayerIn(denialCase) === 'trust';
}
