import type { Denial } from '../../model/denial.ts';

/** What asked for it: `aws_lambda_function.f, main.tf line 3`. Null where the text does not say. */
export function originWords(denial: Denial | null): string | null {
  const origin = denial?.origin ?? null;
  if (origin === null) return null;
  const place = origin.file === null ? null : `${origin.file}${origin.line === null ? '' : ` line ${origin.line}`}`;
  return [origin.name, place].filter((words) => words !== null).join(', ') || null;
}

/**
 * The file of the user's own code that asked, and the line, where the path is one inside the project. A path from the root of a machine or
 * from above the folder is none.
 */
export function originPlace(denial: Denial | null): { readonly file: string; readonly line: number } | null {
  const { file = null, line = null } = denial?.origin ?? {};
  if (file === null || line === null || !/^(?![./\\]|[A-Za-z]:)/.test(file)) return null;
  // Java and Go name the file alone, without its folder.
  return denial?.origin?.kind === 'source' && !file.includes('/') ? null : { file, line };
}
