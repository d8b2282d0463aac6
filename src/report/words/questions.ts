import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Gap } from '../../model/gap.ts';

/** AWS's own record of the denial, where it would tell more and could not be read: no step asks for it. */
export function recordGap({ denial, open }: Diagnosis): Gap | undefined {
  return denial === null ? undefined : open.find(isOfRecord);
}

/** How many questions a report shows: one may hide several gaps, and what blocks for certain is no question, whatever is unread of it. */
export function countQuestions(diagnosis: Diagnosis): number {
  const steps = diagnosis.steps.filter(({ status }) => status === 'unknown').length;
  const related = diagnosis.related.filter(({ verdict }) => verdict === 'undetermined').length;
  return steps + related + (recordGap(diagnosis) === undefined ? 0 : 1);
}

function isOfRecord({ permission }: Gap): boolean {
  return permission === 'sts:DecodeAuthorizationMessage' || permission === 'iam:GetRequestAuthorizationDetails';
}
