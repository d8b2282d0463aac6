import type { Diagnosis } from '../../model/diagnosis.ts';
import { stringify } from '../escape/json.ts';
import { SCHEMA_NAME } from '../schema-name.ts';

/** One object with all diagnoses. */
export function json(diagnoses: readonly Diagnosis[]): string {
  return `${stringify({ schema: SCHEMA_NAME, diagnoses }, 2)}\n`;
}
