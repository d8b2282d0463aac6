/**
 * The snapshot file that `--record` writes and `--snapshot` reads. Only `denytrace` and `scope` are required. If another key is
 * missing, nothing of it was read. Unknown keys are ignored. Documents may be objects, JSON or URL-encoded JSON.
 */
export interface SnapshotFile {
  readonly denytrace: 'snapshot/1';
  /** ISO 8601; the clock of a replay. */
  readonly takenAt?: string;
  readonly scope: SnapshotScope;
  readonly callerIdentity?: CallerIdentity | null;
  /** By account id. */
  readonly accounts?: Readonly<Record<string, AccountPart>>;
  /** By organization id. */
  readonly organizations?: Readonly<Record<string, OrganizationPart>>;
  /** By encoded message: what it decodes to, as an object or as AWS's JSON text. */
  readonly decodedMessages?: Readonly<Record<string, unknown>>;
  /** ARNs of things that are known not to exist. */
  readonly absent?: readonly string[];
  readonly unreadable?: readonly UnreadableEntry[];
  readonly reads?: readonly RecordedRead[];
  readonly incident?: Incident | null;
}

/** `account`: what a listed account does not list does not exist. `request`: it is unknown. */
export type SnapshotScope = 'account' | 'request';

/** What sts:GetCallerIdentity answered. */
export interface CallerIdentity {
  readonly Account: string;
  readonly Arn: string;
  readonly UserId: string;
  /** Not from AWS: `AKIA` or `ASIA`, and where the credentials were found. */
  readonly KeyType?: string;
  readonly Source?: string;
}

/** What was read in one account. */
export interface AccountPart {
  readonly authorizationDetails?: AuthorizationDetails | null;
  /** Null: in no organization. Key missing: unknown. */
  readonly organizationId?: string | null;
  /** By ARN of the resource. Null: it has no policy. */
  readonly resourcePolicies?: Readonly<Record<string, unknown>>;
  /** By ARN of the provider, as iam:GetOpenIDConnectProvider prints it. */
  readonly oidcProviders?: Readonly<Record<string, object>>;
  /** By ARN of the provider, as iam:GetSAMLProvider prints it. */
  readonly samlProviders?: Readonly<Record<string, object>>;
  /** By ARN or name, as iam:GetInstanceProfile prints it. */
  readonly instanceProfiles?: Readonly<Record<string, object>>;
}

/** As `aws iam get-account-authorization-details` prints it. */
interface AuthorizationDetails {
  readonly UserDetailList?: readonly DetailEntry[];
  readonly GroupDetailList?: readonly DetailEntry[];
  readonly RoleDetailList?: readonly DetailEntry[];
  readonly Policies?: readonly DetailEntry[];
}

/** An entity with AWS's own field names. */
export type DetailEntry = Readonly<Record<string, unknown>>;

/** What was read of one organization. */
export interface OrganizationPart {
  readonly managementAccountId?: string;
  readonly featureSet?: 'ALL' | 'CONSOLIDATED_BILLING';
  readonly enabledPolicyTypes?: readonly string[];
  /** Account or OU id → OU or root id. */
  readonly parents?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly policies?: Readonly<Record<string, OrganizationPolicy>>;
  /** Account, OU or root id → ids of the policies attached to it, of every type. */
  readonly attachments?: Readonly<Record<string, readonly string[]>>;
}

/** An SCP, an RCP, or another policy of an organization. */
interface OrganizationPolicy {
  readonly name?: string;
  readonly arn?: string;
  readonly type?: string;
  readonly document?: unknown;
}

/** A read that failed. What its answer would have filled is unknown, even in an entity that is listed. */
export interface UnreadableEntry {
  readonly account: string;
  /** The IAM action of the read. */
  readonly call: string;
  /** The ARN of the entity. For `organizations:` the id of an account, OU or root. */
  readonly on: string;
  readonly code: string;
  readonly message: string;
  /** What the user can do about it: an option or a command. */
  readonly option?: string;
  /** Only if the read failed for this input, and others about the same entity were answered. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** An answer that no other part of the file has. */
export interface RecordedRead {
  readonly account: string | null;
  readonly call: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: unknown;
}

/** The denial that a snapshot was taken for. */
export interface Incident {
  /** The lines of the denials themselves, without secrets. */
  readonly text: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** The options of the diagnosis, by their names in the library (`service`, `externalId`, `missing` …). */
  readonly options: Readonly<Record<string, unknown>>;
}
