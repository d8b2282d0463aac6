import type { Diagnosis } from '../../model/diagnosis.ts';
import { stringify } from '../escape/json.ts';
import { printed } from '../printed.ts';
import { SCHEMA_NAME } from '../schema-name.ts';

/** One diagnosis a line; nothing for none. */
export function jsonl(diagnoses: readonly Diagnosis[]): string {
  return diagnoses.map((diagnosis) => `${stringify({ schema: SCHEMA_NAME, ...printed(diagnosis) })}\n`).join('');
}
