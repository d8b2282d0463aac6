import type { Diagnosis } from '../../model/diagnosis.ts';
import { stringify } from '../escape/json.ts';
import type { Settings } from '../options.ts';
import { placeAt } from '../place.ts';
import { printed } from '../printed.ts';
import { SCHEMA_NAME } from '../schema-name.ts';

/** One object with all diagnoses. */
export function json(diagnoses: readonly Diagnosis[], settings: Settings): string {
  const all = diagnoses.map((diagnosis, index) => {
    const file = placeAt(settings, index).oneOf?.[0];
    return { ...(file === undefined ? {} : { file }), ...printed(diagnosis) };
  });
  return `${stringify({ schema: SCHEMA_NAME, diagnoses: all }, 2)}\n`;
}
