import type { ContextValue } from '../model/request.ts';
import type { ConditionFinding } from '../model/verdict.ts';

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

/** `a`, `a or b`, `a, b or 3 more`: the values that a policy accepts; `nothing` for none. */
export function orList(values: readonly string[]): string {
  const shown = values.length > 3 ? [...values.slice(0, 2), `${values.length - 2} more`] : values;
  const last = shown.at(-1) ?? 'nothing';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`;
}

/** The values that the request has for the key of a condition, separated by commas; undefined where it has none or they are not known. */
export function requestValue({ finding }: { readonly finding: ConditionFinding }): string | undefined {
  return finding.request.status === 'known' ? finding.request.values.join(', ') : undefined;
}
