import type { Diagnosis } from '../model/diagnosis.ts';
import { stringify } from './escape/json.ts';
import { printed } from './printed.ts';
import { SCHEMA_NAME } from './schema-name.ts';

/** A diagnosis as a line of `--format jsonl`, with the key of its denial and, where there are several, the file that the denial is in. */
export function diagnosisLine(diagnosis: Diagnosis, key: string, file: string | null): string {
  const placed = file === null ? {} : { file };
  return `${stringify({ schema: SCHEMA_NAME, key, ...placed, ...printed(diagnosis) })}\n`;
}

/** The last line, which is no diagnosis: how often the denials occurred whose counts have grown since their lines were written. Empty for none. */
export function countsLine(grown: ReadonlyMap<string, number>): string {
  return grown.size === 0 ? '' : `${stringify({ schema: SCHEMA_NAME, counts: Object.fromEntries(grown) })}\n`;
}
