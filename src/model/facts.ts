import type { Fact } from './fact.ts';
import type { AttachedPolicy, RequestPolicies } from './policy.ts';
import type { Principal } from './principal.ts';

/** A user or role as IAM describes it. Times are ISO 8601. */
export interface Entity {
  readonly kind: 'user' | 'role';
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** AIDA… or AROA…; null where a snapshot leaves it out. */
  readonly uniqueId: string | null;
  readonly created: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Seconds; roles only. */
  readonly maxSessionDuration: number | null;
  /** A role's own trust policy, as it came with the role; undefined for users and where it was not in the answer. */
  readonly trustPolicy?: unknown;
}

/** A long-term access key of a user. */
export interface AccessKey {
  /** Its kind and its end: `AKIA…MPLE`. */
  readonly id: string;
  readonly active: boolean;
  /** ISO 8601. */
  readonly created: string | null;
}

/** The identity of the current credentials, by sts:GetCallerIdentity. */
export interface CurrentIdentity {
  readonly arn: string;
  readonly account: string;
  readonly userId: string;
  /** AKIA: long-term key; ASIA: session; null where the source does not tell. */
  readonly keyType: 'AKIA' | 'ASIA' | null;
  /** Where the SDK found them: `environment variables`, `profile ci: role …`; null where unknown. */
  readonly source: string | null;
  /** Profiles of the AWS config that say which role they give. Empty where it was not read. */
  readonly profiles: readonly RoleProfile[];
}

/** A profile of the AWS config, and the role that its credentials are of. */
export interface RoleProfile {
  readonly profile: string;
  readonly account: string;
  /** The name of the role without its path; of IAM Identity Center, of the permission set. */
  readonly name: string;
  readonly isPermissionSet: boolean;
}

/** Where an account stands in its organization. Path from the root to the account itself. */
export interface OrganizationPlace {
  readonly organizationId: string;
  /** Null where a snapshot has the organization only. */
  readonly managementAccountId: string | null;
  readonly path: Fact<readonly { readonly id: string; readonly name: string | null }[]>;
}

/** A role that the request speaks of: the one to be assumed or passed. */
export interface RoleFacts {
  readonly arn: string;
  readonly entity: Fact<Entity>;
  readonly trustPolicy: Fact<unknown>;
  /** Roles of the account with a similar name; only looked for where the role itself does not exist. */
  readonly similar: Fact<readonly string[]>;
  /**
   * The role's own identity policies, as far as they could be read. Only read if the caller may not assume the role: people attach the
   * permission to the wrong one of the two.
   */
  readonly policies?: readonly AttachedPolicy[];
  /**
   * The managed policies of the role with which CloudFormation deploys, by ARN. Only read if this is another role of the same CDK bootstrap
   * and does not trust the caller.
   */
  readonly executionPolicies?: readonly string[];
}

/** Identity providers of the role's account, by ARN; audiences are the client ids of an OIDC provider. */
export interface ProviderFacts {
  readonly oidc: Fact<readonly { readonly arn: string; readonly url: string; readonly audiences: readonly string[] }[]>;
  readonly saml: Fact<readonly { readonly arn: string }[]>;
}

/** An instance profile and the roles in it (none or one). */
export interface InstanceProfileFacts {
  readonly arn: string;
  readonly roles: Fact<readonly string[]>;
}

/** Unique ids (AROA…, AIDA…) that were looked up: the ARN that has the id now; absent where nobody has it any more. */
export type UniqueIdFacts = Readonly<Record<string, Fact<string>>>;

/** AWS's own record of a denial, from an authorization id or a decoded message. */
export interface AuthorizationRecord {
  readonly source: 'authorization-id' | 'decoded-message';
  readonly explicitDeny: boolean | null;
  readonly principalArn: string | null;
  readonly principalId: string | null;
  readonly action: string | null;
  readonly resource: string | null;
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Statements that AWS says matched, as it prints them. */
  readonly matchedStatements: readonly unknown[];
  readonly raw: unknown;
}

/** Everything that was gathered for one request. */
export interface Facts {
  /** The request's caller: from the text or an option; null where nothing names one and nobody is signed in. */
  readonly principal: Principal | null;
  readonly principalFrom: 'text' | 'option' | 'record' | 'current-identity' | null;
  readonly currentIdentity: Fact<CurrentIdentity>;
  /** The caller's user, or the role of its session. */
  readonly callerEntity: Fact<Entity>;
  readonly callerGroups: Fact<readonly string[]>;
  /** Long-term keys of the caller's user. */
  readonly callerKeys: Fact<readonly AccessKey[]>;
  readonly callerOrganization: Fact<OrganizationPlace>;
  readonly resourceAccount: string | null;
  readonly resourceOrganization: Fact<OrganizationPlace>;
  /** Null where the request is about no role. */
  readonly role: RoleFacts | null;
  readonly providers: ProviderFacts | null;
  readonly instanceProfile: InstanceProfileFacts | null;
  readonly uniqueIds: UniqueIdFacts;
  readonly record: Fact<AuthorizationRecord>;
  readonly policies: RequestPolicies;
}
