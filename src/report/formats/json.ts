import type { Diagnosis } from '../../model/diagnosis.ts';
import { stringify } from '../escape/json.ts';
import { SCHEMA_NAME } from '../schema-name.ts';
import { nameOptions } from '../words/option.ts';

/** One object with all diagnoses. */
export function json(diagnoses: readonly Diagnosis[]): string {
  return `${stringify({ schema: SCHEMA_NAME, diagnoses: diagnoses.map(nameOptions) }, 2)}\n`;
}
