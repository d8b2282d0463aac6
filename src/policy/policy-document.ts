import type { Tri } from '../model/tri.ts';

/** A text of a policy and the RFC 6901 pointer to it in the document as AWS stores it. */
export interface Located {
  readonly value: string;
  readonly pointer: string;
}

/**
 * An element that lists what it is about: Action, Resource and their Not… forms.
 * `complete` is false where an entry is no text: the list may then hold what we cannot read.
 */
export interface ListElement {
  /** True for the Not… form. */
  readonly negated: boolean;
  readonly entries: readonly Located[];
  readonly complete: boolean;
}

/** Somebody whom a statement names. `kind` is the key it stands under (`AWS`, `Service`, `Federated`, `CanonicalUser`), `*` for the bare wildcard. */
export interface LocatedPrincipal extends Located {
  readonly kind: string;
}

/** Principal or NotPrincipal. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly entries: readonly LocatedPrincipal[];
  readonly complete: boolean;
}

/** One operator-key pair of a Condition, with the pointer of its value. Operator and key are as they are written. */
export interface ConditionPair {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Located[];
  readonly pointer: string;
  /** False where a value is neither text, number nor boolean. */
  readonly complete: boolean;
}

/** A part of a policy that AWS's policy grammar does not have, described so that a person can find it. */
export interface UnsupportedPart {
  readonly what: string;
  readonly pointer: string;
}

/** A statement whose Effect is Allow or Deny. An element that is not there is null. */
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

/** A policy document, string-or-array settled, each value with its place. */
export interface PolicyDocument {
  /** Policy variables work in version 2012-10-17 only; a version that AWS does not have is unknown. */
  readonly variables: Tri;
  readonly statements: readonly PolicyStatement[];
  /** Parts that may hold statements but cannot be read: what the other statements lack, these may contain. */
  readonly unsupportedParts: readonly UnsupportedPart[];
}
