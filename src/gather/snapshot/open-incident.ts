import type { Incident } from './format.ts';
import { below, entriesAt, objectAt, textAt, unexpectedValue } from './json-place.ts';

/** Opens the incident of a file. Null if it has none. */
export function openIncident(value: unknown, pointer: string): Incident | null {
  if (value === undefined || value === null) return null;
  const incident = objectAt(value, pointer, 'null, or an object with the text of the denial');
  return {
    text: textAt(incident['text'], below(pointer, 'text'), 'the text of the denial'),
    context: openContext(incident['context'] ?? {}, below(pointer, 'context')),
    options: objectAt(incident['options'] ?? {}, below(pointer, 'options')),
  };
}

function openContext(value: unknown, pointer: string): Incident['context'] {
  const entries = entriesAt(value, pointer, 'an object of condition keys').map(([key, item, at]) => {
    const values: readonly unknown[] = Array.isArray(item) ? item : [item];
    if (!values.every((entry) => typeof entry === 'string'))
      throw unexpectedValue(item, at, 'a text or a list of texts');
    return [key, typeof item === 'string' ? item : values.map(String)] as const;
  });
  return Object.fromEntries(entries);
}
