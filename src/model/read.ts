/**
 * A call to AWS that only reads, with the API's own name and input. `account` is the one that the call is about. Null: the account of
 * the credentials.
 */
export interface ReadCall {
  /** `iam:GetRole`: the service prefix and the API operation, and the permission that the call needs. */
  readonly call: string;
  readonly account: string | null;
  /** The API's input as the SDK takes it, without paging tokens. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The partition and region that the call is about, if they are known. */
  readonly partition?: string;
  readonly region?: string;
}

/**
 * The answer to a call. `answered`: AWS's output, with all pages joined, and the account that is proven to have answered (null: none
 * is). `refused`: anything else that happened, with AWS's error code or one of ours. An answer never says that something does not
 * exist: only the code that makes facts decides that.
 */
export type ReadAnswer =
  | {
      readonly status: 'answered';
      readonly account: string | null;
      readonly output: unknown;
      /** The hosts that were asked in place of AWS's own; left out where it was AWS. */
      readonly elsewhere?: readonly string[];
    }
  | {
      readonly status: 'refused';
      readonly account: string | null;
      readonly code: string;
      readonly message: string;
      /** The option or command that would open it, where the reader knows one: to name a profile, to sign in. */
      readonly option?: string;
      /** Why a profile that could open it was not used. It names profiles of this machine, and is not recorded. */
      readonly note?: string;
    };

/** Reads from AWS, or from a snapshot. Never rejects except for bugs. */
export type Read = (call: ReadCall) => Promise<ReadAnswer>;
