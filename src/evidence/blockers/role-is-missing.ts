import type { Case } from '../../model/case.ts';
import { resourceLayerIn } from '../aws-words/stated-reason.ts';

/** True where the role that is to be assumed was looked for and is not there. */
export function roleIsMissing(subject: Case): boolean {
  return subject.facts.role?.entity.status === 'absent' && resourceLayerIn(subject) === 'trust';
}
