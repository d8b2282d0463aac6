import { DEFINITIONS } from './schema/definitions.ts';
import { listOf, object, ref, type Schema } from './schema/parts.ts';
import { SCHEMA_NAME } from './schema-name.ts';

/**
 * JSON Schema (2020-12) of what `--format json` prints. What `--format jsonl` prints are lines, each a `line`, the last one maybe `counts`.
 * Later versions only add to it.
 */
export const DIAGNOSIS_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'denytrace',
  ...object({ schema: { const: SCHEMA_NAME }, diagnoses: listOf(ref('diagnosis')) }),
  $defs: DEFINITIONS,
};
