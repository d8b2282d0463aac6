import type { Fact } from './fact.ts';
import type { Gap } from './gap.ts';

/** What a policy is, by where it acts. */
export type PolicyKind =
  | 'managed'
  | 'inline'
  | 'trust'
  | 'boundary'
  | 'scp'
  | 'rcp'
  | 'session'
  | 'resource'
  | 'endpoint';

/** Names a policy so that a person can find it. `attachedTo` is the ARN or organization id that it is attached to. */
export interface PolicyRef {
  readonly name: string;
  readonly arn: string | null;
  readonly kind: PolicyKind;
  readonly attachedTo: string | null;
}

/** A managed policy keeps versions; only the default one counts. Times are ISO 8601. */
export interface PolicyVersions {
  readonly defaultVersionId: string;
  readonly updated: string | null;
  /** The ids of all versions; null where they were not listed. */
  readonly ids: readonly string[] | null;
  /** The newest version where it is not the default one. */
  readonly newest: Fact<{ readonly versionId: string; readonly document: unknown }>;
}

/** A policy where it is attached. The document is parsed JSON and counts as immutable. */
export interface AttachedPolicy {
  readonly ref: PolicyRef;
  readonly document: Fact<unknown>;
  readonly versions?: PolicyVersions;
}

/**
 * One place of attachment in a layer: a user, a group, a role, an OU, an account.
 * `gaps` are lists that could not be read: policies may be attached that are not in `policies`.
 */
export interface Level {
  /** ARN or organization id of the place. */
  readonly id: string;
  readonly name: string;
  readonly policies: readonly AttachedPolicy[];
  readonly gaps: readonly Gap[];
}

/**
 * A layer as it was gathered. known: its levels (SCP and RCP: root → account; all others are one union).
 * absent: established as not limiting or not there. unreadable: nothing of it could be read.
 */
export type LayerFact = Fact<readonly Level[]>;

/** Every layer of one request. `resource` is the trust policy where the request is an sts:Assume… on a role. */
export interface RequestPolicies {
  readonly identity: LayerFact;
  readonly boundary: LayerFact;
  readonly session: LayerFact;
  readonly scp: LayerFact;
  readonly rcp: LayerFact;
  readonly resource: LayerFact;
  readonly endpoint: LayerFact;
}
