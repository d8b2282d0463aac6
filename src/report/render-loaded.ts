import { cleanDiagnosis } from '../diagnose/without-secrets.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { FORMATS, type Format, type FormatName } from './formats.ts';
import { type RenderOptions, settle } from './options.ts';

/** The same as `render`, for the program: what prints the page is loaded only where a page is wanted. */
export async function renderLoaded(
  diagnoses: readonly Diagnosis[],
  format: FormatName,
  options: RenderOptions,
): Promise<string> {
  const print = await loadFormat(format);
  return print(diagnoses.map(cleanDiagnosis), settle(options));
}

async function loadFormat(format: FormatName): Promise<Format> {
  return format === 'html' ? (await import('./formats/html.ts')).html : FORMATS[format];
}
