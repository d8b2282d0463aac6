import type { CredentialError, StatedReason } from '../../model/denial.ts';
import type { DenseText } from '../text/dense-text.ts';

/** What one place of a text says. A missing field was not said there. */
export interface StatedFields {
  readonly code?: string;
  /** A code that stands alone; without a message it may be anybody's. */
  readonly bareCode?: string;
  /** A code of the wrapper, not of the service; only counts where there is no other. */
  readonly wrapperCode?: string;
  readonly operation?: string;
  /** The service as the wrapper names it: "Route 53", "s3", "AmazonEC2". */
  readonly service?: string;
  /** An operation that is not the API's own word: a stack frame, a method. It tells the action only. */
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
  readonly truncated?: true;
}

/** What a text claims: a denial, a service that may not assume a role, credentials that are wrong, or something else of AWS. */
export type Claim = 'denied' | 'cannot-assume' | 'credentials' | 'other';

/**
 * Where a part stands in an error: `head` before the message, `message`, `tail` behind it, `field` on either side
 * (keys of an object), `record` around everything.
 */
export type Place = 'head' | 'message' | 'tail' | 'field' | 'record';

/** Something recognised in a text. `from` and `to` are dense offsets. */
export interface Part {
  readonly shape: string;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly fields: StatedFields;
  /** A record of which every line is read again, not only those of its message. */
  readonly isWhole?: true;
  /** What the part claims by itself; a code claims by being one. A message's claim beats a code's. */
  readonly claim?: Claim;
}

/** One family of error messages. */
export interface Shape {
  readonly name: string;
  /**
   * What a log is searched for, since only the lines around a hit are parsed: any text that this shape alone makes a denial of
   * contains one of these. As AWS writes it: letter case and blanks count. Empty for a shape that only adds to what others find.
   */
  readonly needles: readonly string[];
  /** Its parts in order of appearance. Work is linear in the text. */
  readonly find: (dense: DenseText) => Iterable<Part>;
}

/** Drops what was not said, so that an empty match does not hide another part's word. */
export function fields(
  stated: { readonly [K in keyof StatedFields]: StatedFields[K] | null | undefined | '' },
): StatedFields {
  const entries = Object.entries(stated).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(entries) as StatedFields; // only values that are not there were taken out
}
