import { cleanDiagnosis } from '../diagnose/without-secrets.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { jsonl } from './formats/jsonl.ts';
import { markdown } from './formats/markdown.ts';
import { text } from './formats/text.ts';
import { type RenderOptions, type Settings, settle } from './options.ts';

/** Prints diagnoses; the result ends with a line break unless it is empty. */
type Format = (diagnoses: readonly Diagnosis[], settings: Settings) => string;

/** Every format. To add one: its own file, and one line here. */
const FORMATS = { text, json, jsonl, markdown, github } as const satisfies Readonly<Record<string, Format>>;

/** An output format, as --format names it. */
export type FormatName = keyof typeof FORMATS;

/** The names of the formats, in the order of the help. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]; // the keys of the table

/** True for the name of a format. */
function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/**
 * Prints diagnoses in a format. Every value from outside passes through the format's own escaper, and credentials are taken out
 * of what is quoted. Pure: width, colours and places are options. A format that does not exist is a RangeError.
 */
export function render(diagnoses: readonly Diagnosis[], format: FormatName, options: RenderOptions = {}): string {
  if (!isFormatName(format)) throw new RangeError(`no format is named ${JSON.stringify(format)}`);
  return FORMATS[format](diagnoses.map(cleanDiagnosis), settle(options));
}
