/** One read of AWS: the API's own names and input. `account` is the one it is about; null where only the credentials tell. */
export interface ReadCall {
  /** `iam:GetRole`: service prefix and API operation; also the permission that it needs. */
  readonly call: string;
  readonly account: string | null;
  /** The API's input, as the SDK takes it; without paging tokens. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Partition and region of what is read, where they are known. */
  readonly partition?: string;
  readonly region?: string;
}

/**
 * What a read brought. `answered`: AWS's output, pages joined, with the account that is proven to have answered (null: not proven).
 * `refused`: whatever else happened, with AWS's error code, or one of ours. It never says that something is not there:
 * only the one place that makes facts decides that.
 */
export type ReadAnswer =
  | { readonly status: 'answered'; readonly account: string | null; readonly output: unknown }
  | {
      readonly status: 'refused';
      readonly account: string | null;
      readonly code: string;
      readonly message: string;
      /** The option or command that would open it, where the reader knows one: to name a profile, to sign in. */
      readonly option?: string;
    };

/** The seam between denytrace and AWS; a snapshot answers it as well. Never rejects except for bugs. */
export type Read = (call: ReadCall) => Promise<ReadAnswer>;
