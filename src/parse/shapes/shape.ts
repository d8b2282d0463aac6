import type { CallOrigin, CredentialError, SentKeys, StatedReason } from '../../model/denial.ts';
import type { DenseText } from '../text/dense-text.ts';

/** The fields that one part of a text states. A missing field is not stated there. */
export interface StatedFields {
  readonly code?: string;
  /** A code on its own, which may come from any system; it counts only together with one of AWS's messages. */
  readonly bareCode?: string;
  /** A code of the wrapper, not of the service. It counts only if there is no other. */
  readonly wrapperCode?: string;
  readonly operation?: string;
  /** The service as the wrapper names it: "Route 53", "s3", "AmazonEC2". */
  readonly service?: string;
  /** An operation taken from a stack frame or a method. Only the action is derived from it. */
  readonly method?: string;
  readonly status?: string;
  readonly caller?: string;
  readonly callerName?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly reason?: StatedReason;
  readonly encodedMessage?: string;
  readonly authorizationId?: string;
  readonly requestId?: string;
  readonly passedToService?: string;
  readonly region?: string;
  readonly credentialError?: CredentialError;
  readonly calledFrom?: CallOrigin;
  /** What a record says the call was about, the most specific first. */
  readonly recorded?: readonly { readonly value: string; readonly label: string }[];
  readonly sent?: SentKeys;
  /** How many calls a row in the result of a query is about. */
  readonly calls?: number;
  readonly truncated?: true;
}

/** What a text reports: a denial, a service that cannot assume a role, wrong credentials, or another refusal by AWS. */
export type Claim = 'denied' | 'cannot-assume' | 'credentials' | 'other';

/**
 * Where a part is in an error: `head` before the message, `message`, `tail` after it, `field` on either side (keys of an object),
 * `record` around everything.
 */
export type Place = 'head' | 'message' | 'tail' | 'field' | 'record';

/** Something recognized in a text, at [from, to) of the dense text. */
export interface Part {
  readonly shape: string;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly fields: StatedFields;
  /** True for a record all of whose lines belong to the denial, not only those of its message. */
  readonly isWhole?: true;
  /** What the part reports by itself. It takes precedence over what a code means. */
  readonly claim?: Claim;
}

/** One family of error messages. */
export interface Shape {
  readonly name: string;
  /**
   * What a large log is searched for, because only the lines around a hit are parsed. Every text in which this shape by itself finds
   * something to report must contain one of these, with the same letter case and blanks. At least 8 bytes each (see windows.ts). Empty
   * for a shape that only adds to what others find.
   */
  readonly needles: readonly string[];
  /**
   * Finds its parts, in order of appearance. The work must be linear in the length of the text. `columns` are those of the table in JSON
   * that the whole text is, where it is one.
   */
  readonly find: (dense: DenseText, columns?: readonly string[]) => Iterable<Part>;
}

/** Drops fields without a value, so that an empty match does not override what another part states. */
export function fields(
  stated: { readonly [K in keyof StatedFields]: StatedFields[K] | null | undefined | '' },
): StatedFields {
  const entries = Object.entries(stated).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(entries) as StatedFields; // the same keys, without those that have no value
}
