import type { Tri } from '../model/tri.ts';

/** A text in a policy, and the RFC 6901 pointer to it in the document as AWS stores it. */
export interface Located {
  readonly value: string;
  readonly pointer: string;
}

/**
 * Action, NotAction, Resource or NotResource. `complete` is false if an entry is not a text: then the list may have entries that we
 * cannot read.
 */
export interface ListElement {
  /** True for the Not… form. */
  readonly negated: boolean;
  readonly entries: readonly Located[];
  readonly complete: boolean;
}

/**
 * A principal that a statement names. `kind` is the key that it is under (`AWS`, `Service`, `Federated`, `CanonicalUser`), or `*` for
 * the bare wildcard.
 */
export interface LocatedPrincipal extends Located {
  readonly kind: string;
}

/** Principal or NotPrincipal. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly entries: readonly LocatedPrincipal[];
  readonly complete: boolean;
}

/** One pair of operator and key in a Condition, as they are written, and the pointer to their values. */
export interface ConditionPair {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Located[];
  readonly pointer: string;
  /** False if a value is not a text, a number or a boolean. */
  readonly complete: boolean;
}

/** A part of a policy that AWS's policy grammar does not have, described so that a person can find it. */
export interface UnsupportedPart {
  readonly what: string;
  readonly pointer: string;
}

/** A statement whose Effect is Allow or Deny. Elements that it does not have are null. */
export interface PolicyStatement {
  /** Index from 0. */
  readonly index: number;
  /** `/Statement/2`, or `/Statement` where it is a single object. */
  readonly pointer: string;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly action: ListElement | null;
  readonly resource: ListElement | null;
  readonly principal: PrincipalElement | null;
  readonly conditions: readonly ConditionPair[];
  /**
   * Parts of the statement that the grammar does not have (an unknown element, both Action and NotAction, a Condition that is no
   * object). We cannot say what AWS makes of them, so a statement that has any never matches for certain.
   */
  readonly unsupportedParts: readonly UnsupportedPart[];
}

/** A policy document. What may be a text or a list is always a list here, and each value has its pointer. */
export interface PolicyDocument {
  /** Whether policy variables work: only in version 2012-10-17. Unknown for a version that AWS does not have. */
  readonly variables: Tri;
  readonly statements: readonly PolicyStatement[];
  /** Parts that may hold statements but cannot be read: what the other statements lack, these may contain. */
  readonly unsupportedParts: readonly UnsupportedPart[];
}
