import type { ContextValue } from '../model/request.ts';

/** The values of the request for a key, in words. The context of a request never contains secrets. */
export function requestWords(request: ContextValue, key: string): string {
  switch (request.status) {
    case 'missing':
      return `no ${key}`;
    case 'unknown':
      return `${key}: not known`;
    case 'known':
      return listWords(request.values);
  }
}

/** A single value as it is, several in brackets, of more than eight the first seven. */
export function listWords(values: readonly string[]): string {
  if (values.length === 1) return values[0] ?? '';
  const shown = values.length > 8 ? [...values.slice(0, 7), `${values.length - 7} more`] : values;
  return `[${shown.join(', ')}]`;
}
