import type { Diagnosis } from '../model/diagnosis.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { jsonl } from './formats/jsonl.ts';
import { markdown } from './formats/markdown.ts';
import { text } from './formats/text.ts';
import type { Settings } from './options.ts';

/** Prints diagnoses; the result ends with a line break unless it is empty. */
export type Format = (diagnoses: readonly Diagnosis[], settings: Settings) => string;

/** The formats that are loaded with the program; the HTML page is large and seldom wanted, so it is a module of its own. */
export const FORMATS = { text, json, jsonl, markdown, github } as const satisfies Readonly<Record<string, Format>>;

/** An output format, as --format names it. */
export type FormatName = keyof typeof FORMATS | 'html';

/** The names of the formats, in the order of the help. */
export const FORMAT_NAMES: readonly FormatName[] = [...plainNames(), 'html'];

function plainNames(): readonly (keyof typeof FORMATS)[] {
  return Object.keys(FORMATS) as readonly (keyof typeof FORMATS)[]; // the keys of the table
}
