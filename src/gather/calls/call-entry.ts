/** Kinds of things that an account has. */
export type EntityKind =
  | 'role'
  | 'user'
  | 'group'
  | 'policy'
  | 'instance-profile'
  | 'oidc-provider'
  | 'saml-provider'
  | 'resource';

/** Kinds of things that a snapshot has entries for. A `target` is an account, an OU or a root, to which an organization attaches policies. */
export type SubjectKind = EntityKind | 'target' | 'organization-policy' | 'message';

/** In whose account the permission is needed: `denytrace permissions` prints one statement for each. */
export type NeededIn = 'caller' | 'resource' | 'management';

/** How a list is read page by page: which input takes the token, and which field of the answer has the token of the next page. */
interface Paging {
  readonly tokenIn: string;
  readonly tokenOut: string;
  /** The input that asks for the longest pages. */
  readonly pageSize?: Readonly<Record<string, number>>;
}

/** Which fields of an answer are kept: all, those that are listed, or those that are listed with the fields inside them. */
export type Kept = 'all' | readonly string[] | { readonly [field: string]: Kept | undefined };

/** The part of a snapshot file that has the answer. `reads` has answers as they came; the other parts have forms of their own. */
export type RecordedIn = 'account' | 'organization' | 'decodedMessages' | 'callerIdentity' | 'reads';

/**
 * A call to AWS that only reads, with all that denytrace has to know about it. `Input` and `Output` are the names of the fields in the
 * API's input and answer.
 */
export interface CallEntry<Input extends string = string, Output extends string = string> {
  /**
   * Whose credentials can answer. `account`: only those of the account that the call is about. `organization`: those of the management
   * account or of a delegated administrator. `any`: all of them, because the input says what the call is about.
   */
  readonly answeredBy: 'account' | 'organization' | 'any';
  readonly neededIn: readonly NeededIn[];
  /**
   * What the call is about: the input that names it, the input that names a part of it, and its kind if a snapshot has entries for such
   * things. Without this the call is about the account.
   */
  readonly about?: { readonly name: Input; readonly part?: Input; readonly kind?: SubjectKind };
  /** The field of the answer that has the entity. The entity's ARN proves which account answered. */
  readonly entity?: Output;
  /** The field of the answer that has the list. */
  readonly list?: Output;
  /** For a list that AWS gives in pages. */
  readonly paging?: Paging;
  /** AWS's error code for something that does not exist. Without this, no error means that. */
  readonly absent?: string;
  /** How many round trips may follow from the answer, one after the other. Default: 1. */
  readonly tripsBehind?: number;
  /** Where a snapshot keeps the answer. Default: `reads`. */
  readonly recordedIn?: RecordedIn;
  /** Which fields of the answer a snapshot keeps. Default: all that do not change by themselves. */
  readonly kept?: 'all' | readonly Output[] | { readonly [Field in Output]?: Kept };
  /** The call that lists what this one reads. A name that is not in that list does not exist. */
  readonly listedBy?: string;
  /**
   * For a call that lists all entities of a kind in the account: a snapshot puts the list together from its answers to this other call,
   * or from the ARNs alone.
   */
  readonly madeOf?: string;
}

/** A call to a REST API for which we have no client of the SDK. It is always a GET. */
export interface RestCallEntry<Service extends string = string> extends CallEntry {
  readonly service: Service;
  readonly get: {
    /** The path, with the input that it contains: `/authorization-details/{authorizationId}`. It may have a query of its own. */
    readonly path: string;
    /** The characters that this input may have. Other input is not sent, because it would change the path. */
    readonly pattern: RegExp;
    /** Inputs that become query parameters. */
    readonly query: readonly string[];
  };
}

/** A service of AWS. */
export interface ServiceEntry {
  /** A global service gives the same answers in every region, so that one client is enough. */
  readonly region: 'global' | 'regional';
}

/** A service with a REST API for which we have no client of the SDK. */
export interface RestServiceEntry extends ServiceEntry {
  /** The first part of the host name. */
  readonly host: string;
  /** The service name that requests are signed for. */
  readonly signedFor: string;
  /** The name from which settings such as AWS_ENDPOINT_URL_… are made. */
  readonly settings: string;
  /** An error that may soon pass, and the milliseconds to wait each time it comes. */
  readonly notYet?: { readonly code: string; readonly waits: readonly number[] };
}
