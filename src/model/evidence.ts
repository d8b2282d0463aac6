import type { PolicyRef } from './policy.ts';

/** The one element in which a statement fails, and how far it is off. */
export interface NearMissEvidence {
  readonly element: 'action' | 'resource' | 'principal' | 'condition';
  readonly policySays: string;
  readonly requestHas: string;
  /** In words: "other account", "missing path", "one letter". */
  readonly difference: string;
  /** What is printed under the place in the policy: the difference, and what the request has where the difference does not say it. */
  readonly mark: string;
}

/** A place in a policy. `pointer` is RFC 6901; `line` and `excerpt` come from printing the document ourselves. */
export interface StatementEvidence {
  readonly kind: 'statement';
  readonly policy: PolicyRef;
  readonly statement: { readonly index: number | null; readonly sid: string | null };
  readonly pointer: string;
  readonly line: number;
  readonly excerpt: string;
  /** First lines of what the value stands in, inside its statement: `"Principal": {` around `"AWS": …`, outermost first. */
  readonly within?: readonly { readonly line: number; readonly text: string }[];
  readonly nearMiss: NearMissEvidence | null;
}

/** Where we looked in vain, and the nearest miss. */
export interface SearchedEvidence {
  readonly kind: 'searched';
  readonly where: string;
  readonly statements: number;
  readonly nearest: StatementEvidence | null;
}

/** AWS's own words in the text; lines from 1. */
export interface QuoteEvidence {
  readonly kind: 'quote';
  readonly text: string;
  readonly lines: readonly [number, number];
}

/** What a call answered. */
export interface AnswerEvidence {
  readonly kind: 'answer';
  readonly call: string;
  readonly text: string;
}

/** A call established that it is not there. */
interface AbsentEvidence {
  readonly kind: 'absent';
  readonly call: string;
  readonly on: string;
}

/** Something one can point to. */
export type Evidence = StatementEvidence | SearchedEvidence | QuoteEvidence | AnswerEvidence | AbsentEvidence;
