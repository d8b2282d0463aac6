import type { Change } from '../../model/diagnosis.ts';
import type { PolicyRef } from '../../model/policy.ts';
import type { PolicyStatement } from '../../policy/policy-document.ts';

/** What an exemption is made of: words for whom or what it is, and the changes. */
export interface Exemption {
  readonly what: string;
  readonly changes: readonly Change[];
}

/** A statement in the document that it stands in. */
export interface StatementPlace {
  readonly policy: PolicyRef;
  readonly document: unknown;
  readonly statement: PolicyStatement;
}

/** One more value in a list, or a second one beside a single value. */
export function oneMore(policy: PolicyRef, pointer: string, before: unknown, value: string): Change {
  return Array.isArray(before)
    ? { policy, pointer: `${pointer}/-`, before: null, after: value }
    : { policy, pointer, before, after: [before, value] };
}
