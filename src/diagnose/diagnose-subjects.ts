import type { Diagnosis } from '../model/diagnosis.ts';
import { diagnoseSubject } from './diagnose-subject.ts';
import type { Subject, Surroundings } from './subject.ts';

/**
 * Diagnoses each denial. Never rejects for what AWS answers or refuses; only for bugs. Texts that are about state, quota or
 * configuration are no denials and get no diagnosis. Reads of all denials run together; a memoizing `read` asks each thing once.
 */
export async function diagnoseSubjects(
  subjects: readonly Subject[],
  surroundings: Surroundings,
): Promise<readonly Diagnosis[]> {
  const denials = subjects.filter((subject) => subject.denial?.kind !== 'other-aws-auth');
  return Promise.all(denials.map((subject) => diagnoseSubject(subject, surroundings)));
}
