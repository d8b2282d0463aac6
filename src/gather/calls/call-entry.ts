/** Things that exist in an account, or do not. */
export type EntityKind =
  | 'role'
  | 'user'
  | 'group'
  | 'policy'
  | 'instance-profile'
  | 'oidc-provider'
  | 'saml-provider'
  | 'resource';

/** What a call can be about. A `target` is an account, an OU or a root, to which an organization attaches policies. */
export type SubjectKind = EntityKind | 'target' | 'organization-policy' | 'message' | 'denial-record';

/** In whose account the permission is needed: `denytrace permissions` prints one statement for each. */
export type NeededIn = 'caller' | 'resource' | 'management';

/** How a list is read page by page: the input that takes the token, the field of the answer that has the next one. */
interface Paging {
  readonly tokenIn: string;
  readonly tokenOut: string;
  /** The input that asks for the longest pages. */
  readonly pageSize?: Readonly<Record<string, number>>;
}

/** Fields of an answer: all of them, the ones that are named, or the ones that are named with the fields inside of them. */
export type Kept = 'all' | readonly string[] | { readonly [field: string]: Kept | undefined };

/** The part of a snapshot file that holds an answer. `reads` takes the answer as it is; the other parts have a form of their own. */
export type RecordedIn = 'account' | 'organization' | 'decodedMessages' | 'callerIdentity' | 'reads';

/**
 * One read of AWS. `Input` and `Output` are the names of the fields that its API has.
 * Everything that denytrace has to know about a call is here, so that a new call is a new entry and nothing more.
 */
export interface CallEntry<Input extends string = string, Output extends string = string> {
  /**
   * Whose credentials can answer. `account`: only those of the account that the call is about. `organization`: those of the management
   * account or of a delegated administrator. `any`: all of them, because the input says what the call is about.
   */
  readonly answeredBy: 'account' | 'organization' | 'any';
  readonly neededIn: readonly NeededIn[];
  /** What the call is about: the kind of thing, the input that names it, and the input that names a part of it. Without it: the account. */
  readonly about?: { readonly kind: SubjectKind; readonly name: Input; readonly part?: Input };
  /** The field of the answer that holds the entity. Its ARN proves which account answered. */
  readonly entity?: Output;
  /** The field of the answer that holds the list. */
  readonly list?: Output;
  /** For a list that AWS gives in pages. */
  readonly paging?: Paging;
  /** AWS's error code for something that does not exist. Without it no error means that. */
  readonly absent?: string;
  /** How many round trips may follow from the answer, one after the other. Default: 1. */
  readonly tripsBehind?: number;
  /** Where a snapshot keeps the answer. Default: `reads`. */
  readonly recordedIn?: RecordedIn;
  /** What a snapshot keeps of the answer. Default: all that does not change by itself. */
  readonly kept?: 'all' | readonly Output[] | { readonly [Field in Output]?: Kept };
  /** The call that lists what this one reads: a name that is not on that list does not exist. */
  readonly listedBy?: string;
  /** For a list of everything of a kind in an account: a snapshot makes it from the answers to this call, or from the ARNs alone. */
  readonly madeOf?: string;
}

/** A call of a REST API, for which there is no client of the SDK here. Only GET is ever sent. */
export interface RestCallEntry<Service extends string = string> extends CallEntry {
  readonly service: Service;
  readonly get: {
    /** The path, with the input that it contains: `/authorization-details/{authorizationId}`. */
    readonly path: string;
    /** What that input is made of. Anything else is not sent, because it would change the path. */
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

/** A service with a REST API, for which there is no client of the SDK here. */
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
