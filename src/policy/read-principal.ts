import { escapeKey } from './pointer.ts';
import type { LocatedPrincipal, PrincipalElement } from './policy-document.ts';
import { locatedTexts } from './texts.ts';

/**
 * Reads the Principal or NotPrincipal of a statement. Null if it has neither.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function readPrincipal(principal: unknown, notPrincipal: unknown, statement: string): PrincipalElement | null {
  const negated = principal === undefined;
  const value = negated ? notPrincipal : principal;
  if (value === undefined) return null;
  const pointer = `${statement}/${negated ? 'NotPrincipal' : 'Principal'}`;
  if (value === '*') return { negated, entries: [{ kind: '*', value: '*', pointer }], complete: true };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { negated, entries: [], complete: false };
  const entries: LocatedPrincipal[] = [];
  let complete = true;
  for (const [kind, names] of Object.entries(value)) {
    const located = locatedTexts(names, `${pointer}/${escapeKey(kind)}`);
    for (const text of located.texts) entries.push({ ...text, kind });
    complete &&= located.complete;
  }
  return { negated, entries, complete };
}
