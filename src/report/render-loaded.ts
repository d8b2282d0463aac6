import { cleanDiagnosis } from '../diagnose/without-secrets.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { jsonPieces } from './formats/json.ts';
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

/** The same text, in as many pieces as are needed to keep little of it in memory: where there are many diagnoses, all of them is much. */
export async function* renderInPieces(
  diagnoses: readonly Diagnosis[],
  format: FormatName,
  options: RenderOptions,
): AsyncGenerator<string> {
  if (format === 'json') yield* jsonPieces(cleaned(diagnoses), settle(options));
  else yield await renderLoaded(diagnoses, format, options);
}

function* cleaned(diagnoses: readonly Diagnosis[]): Generator<Diagnosis> {
  for (const diagnosis of diagnoses) yield cleanDiagnosis(diagnosis);
}

async function loadFormat(format: FormatName): Promise<Format> {
  return format === 'html' ? (await import('./formats/html.ts')).html : FORMATS[format];
}
