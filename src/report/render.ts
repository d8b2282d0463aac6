import { cleanDiagnosis } from '../diagnose/without-secrets.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { html } from './formats/html.ts';
import { FORMATS, type Format, type FormatName } from './formats.ts';
import { type RenderOptions, settle } from './options.ts';

const ALL = { ...FORMATS, html } as const satisfies Readonly<Record<FormatName, Format>>;

/** True for the name of a format. */
function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(ALL, name);
}

/**
 * Prints diagnoses in a format. Every value from outside passes through the format's own escaper, and credentials are taken out
 * of what is quoted. Pure: width, colours and places are options. A format that does not exist is a RangeError.
 */
export function render(diagnoses: readonly Diagnosis[], format: FormatName, options: RenderOptions = {}): string {
  if (!isFormatName(format)) throw new RangeError(`no format is named ${JSON.stringify(format)}`);
  return ALL[format](diagnoses.map(cleanDiagnosis), settle(options));
}
