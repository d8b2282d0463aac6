import type { Diagnosis } from '../../model/diagnosis.ts';
import { stringify } from '../escape/json.ts';
import { printed } from '../printed.ts';
import { SCHEMA_NAME } from '../schema-name.ts';

/** One object with all diagnoses. */
export function json(diagnoses: readonly Diagnosis[]): string {
  return `${stringify({ schema: SCHEMA_NAME, diagnoses: diagnoses.map(printed) }, 2)}\n`;
}
