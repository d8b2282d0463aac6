import type { DiagnosedRequest, PrintedContextValue } from '../../model/diagnosis.ts';
import type { Settings } from '../options.ts';
import { sentence } from './page.ts';

/** The condition keys of the request, as far as anything is known of them. */
export function contextLines({ context }: DiagnosedRequest, settings: Settings): readonly string[] {
  const keys = Object.entries(context).toSorted(([left], [right]) => (left < right ? -1 : 1));
  if (keys.length === 0) return [];
  return [
    '',
    settings.palette.bold('Context of the request'),
    ...keys.flatMap(([key, value]) => sentence(`${key}: ${contextWords(value)}`, settings, '  ')),
  ];
}

function contextWords(value: PrintedContextValue): string {
  if ('values' in value) return value.values.join(', ');
  return 'missing' in value ? 'not in the request' : 'unknown';
}
