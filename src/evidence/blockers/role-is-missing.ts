import type { EvaluatedCase } from '../../model/denial-case.ts';
import { resourceLayerIn } from '../aws-words/stated-reason.ts';

/** True where the role that is to be assumed was looked for and is not there. */
export function roleIsMissing(denialCase: EvaluatedCase): boolean {
  return denialCase.facts.role?.entity.status === 'absent' && resourceLayerIn(denialCase) === 'trust';
}
