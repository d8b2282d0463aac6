import type { ContextValue } from '../model/request.ts';

/** What the request has under a key, in words; secrets never get into a request's context. */
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

/** One value as it is, several in brackets; of very many the first ones. */
export function listWords(values: readonly string[]): string {
  if (values.length === 1) return values[0] ?? '';
  const shown = values.length > 8 ? [...values.slice(0, 7), `${values.length - 7} more`] : values;
  return `[${shown.join(', ')}]`;
}
