import type { Blocker } from './blocker.ts';
import type { Denial } from './denial.ts';
import type { Facts } from './facts.ts';
import type { AccessRequest, Assumption } from './request.ts';
import type { Verdict } from './verdict.ts';

/** Claims of a web identity token, decoded locally; the signature is never kept. */
export interface TokenClaims {
  readonly issuer: string | null;
  readonly audiences: readonly string[];
  readonly subject: string | null;
  /** Seconds since 1970. */
  readonly expires: number | null;
  readonly notBefore: number | null;
  /** Other claims with plain values, or lists of texts. */
  readonly other: Readonly<Record<string, string | readonly string[]>>;
  /** Where it comes from, in words: "given", or "predicted from GITHUB_*". */
  readonly source: string;
}

/** What is known of the running job from its environment. Secret values are never in here: such a variable reads "(set)". */
export interface JobEnvironment {
  readonly variables: Readonly<Record<string, string>>;
}

/** One denial with everything that is known about it and the verdict on its request, before it is worked out what blocks it. */
export interface EvaluatedCase {
  readonly denial: Denial | null;
  /** The lines of the text that the denial was read from, as they were pasted; evidence quotes come from here. */
  readonly text: string;
  readonly facts: Facts;
  /** Null where neither the text nor the options say who asked for what. */
  readonly request: AccessRequest | null;
  /** The answer under the assumptions; null where there is no request, or where AWS rejected the credentials before it read a policy. */
  readonly verdict: Verdict | null;
  /** What was taken for granted; an assumed layer is absent with call `assumed`. */
  readonly assumptions: readonly Assumption[];
  readonly token: TokenClaims | null;
  readonly environment: JobEnvironment;
  /** The clock of the diagnosis. */
  readonly now: Date;
  /** For a request that the denied call makes as well: the denied request. Null for the denied request itself. */
  readonly relatedTo: DenialCase | null;
}

/** An evaluated case with what blocks its request: what the causes explain. */
export interface DenialCase extends EvaluatedCase {
  readonly blockers: readonly Blocker[];
}
