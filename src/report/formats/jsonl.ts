import type { Diagnosis } from '../../model/diagnosis.ts';
import { diagnosisLine } from '../lines.ts';
import type { Settings } from '../options.ts';
import { placeAt } from '../place.ts';

/** One diagnosis a line; nothing for none. The keys are their numbers, from 1, and the counts are final. */
export function jsonl(diagnoses: readonly Diagnosis[], settings: Settings): string {
  return diagnoses
    .map((diagnosis, index) => diagnosisLine(diagnosis, String(index + 1), placeAt(settings, index).oneOf?.[0] ?? null))
    .join('');
}
