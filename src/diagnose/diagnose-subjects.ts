import type { Diagnosis } from '../model/diagnosis.ts';
import type { Subject, Surroundings } from './subject.ts';

/**
 * Diagnoses each denial. Never rejects for what AWS answers or refuses; only for bugs.
 * Reads of all denials run together; a memoizing `read` asks each thing once.
 */
export async function diagnoseSubjects(
  _subjects: readonly Subject[],
  _surroundings: Surroundings,
): Promise<readonly Diagnosis[]> {
  return [];
}
