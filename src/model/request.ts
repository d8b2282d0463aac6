import type { Gap } from './gap.ts';
import type { Layer } from './layer.ts';
import type { Principal } from './principal.ts';

/**
 * What we know of one condition key of the request.
 * `missing`: AWS does not put the key into this request; where that is taken for granted it is `assumed`, and the report says so.
 * `unknown`: it may be there; `gap` says who can tell.
 */
export type ContextValue =
  | { readonly status: 'known'; readonly values: readonly string[]; readonly multivalued: boolean }
  | { readonly status: 'missing'; readonly assumed?: true }
  | { readonly status: 'unknown'; readonly gap: Gap };

/** Condition keys of a request. `get` takes a key in any case and answers for every key that exists. */
export interface RequestContext {
  get(key: string): ContextValue;
  /** The keys that something is known of, in their usual spelling. */
  entries(): Iterable<readonly [string, ContextValue]>;
}

/** One request as IAM decides it. */
export interface AccessRequest {
  readonly principal: Principal;
  /** AIDA… or AROA…, as IAM has it now; where it is left out only aws:userid tells, and of what AWS recorded that one counts. */
  readonly uniqueId?: string | null;
  /** `service:Action` */
  readonly action: string;
  /**
   * An ARN, or `*` for an action without resources. Null: the text does not tell; then an element that covers every
   * resource matches, one that could cover some is unknown, and an action that differs still decides. A resource of EC2 whose name
   * nobody tells is written as in AWS's lists: `arn:aws:ec2:eu-west-1:111122223333:subnet/${SubnetId}`.
   */
  readonly resource: string | null;
  /** Why the path of the IAM resource is not known: `role/web` may be `role/app/web` as well. */
  readonly pathGap?: Gap;
  readonly resourceAccount: string | null;
  /** The SAML providers that there are in the role's account, where they were read. */
  readonly samlProviders?: readonly string[];
  /** The AWS CLI or an SDK made the call: it did not come from the AWS Management Console. */
  readonly byProgram?: true;
  /** The caller's account is a member account of an organization, or may be one: its organization could not be read. */
  readonly mayBeMemberAccount?: true;
  readonly context: RequestContext;
}

/** Something taken for granted, and said so in the report: `session=none`, `endpoint=none`, `scp=allow`, `grants=none`, `mfa=none`, the clock. */
export interface Assumption {
  readonly what: string;
  readonly why: string;
  /** The step that says so; left out where none does. */
  readonly step?: 'caller' | 'role' | Layer;
}
