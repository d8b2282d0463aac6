import { type Fields, textOf } from '../../ask/fields.ts';
import type { RestCallEntry } from '../../calls/call-entry.ts';
import { serviceError } from './rest-answer.ts';

/** The path and query of a GET request. */
export interface RestRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The request of a call with this input. Throws a ValidationException for input that could change the path. */
export function restRequest({ path, pattern, query }: RestCallEntry['get'], input: Fields): RestRequest {
  const [pathname = '', fixed = ''] = path.split('?');
  const given = query.flatMap((field) => {
    const value = textOf(input[field]);
    return value === undefined ? [] : [[field, value] as const];
  });
  return {
    path: pathname.replace(/\{(\w+)\}/g, (_, field: string) => checked(field, textOf(input[field]) ?? '', pattern)),
    query: { ...Object.fromEntries(new URLSearchParams(fixed)), ...Object.fromEntries(given) },
  };
}

function checked(field: string, value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw serviceError('ValidationException', `not a valid ${field}`, 400);
  return value;
}
