import type { PolicyStatement } from '../../../model/requirement.ts';

/** A line of a requirement as it is printed; each format escapes and lays it out in its own way. `value`: something to compare or to copy. */
export type RequirementLine =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'statement'; readonly statement: PolicyStatement }
  | { readonly kind: 'command'; readonly argv: readonly string[] };

/** A sentence. */
export function words(text: string): RequirementLine {
  return { kind: 'words', text };
}

/** A value by itself. */
export function value(text: string): RequirementLine {
  return { kind: 'value', text };
}

/** One numbered item of the list. */
export interface RequirementItem {
  readonly title: string;
  readonly lines: readonly RequirementLine[];
}
