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
  /** Other claims with plain values. */
  readonly other: Readonly<Record<string, string>>;
  /** Where it comes from: "--web-identity-token", or "predicted from GITHUB_*". */
  readonly source: string;
}

/** What the running job shows of itself. Secret values are never in here: such a variable reads "(set)". */
export interface JobEnvironment {
  readonly variables: Readonly<Record<string, string>>;
}

/** One denial with all that is known about it: what the checks judge. */
export interface DenialCase {
  readonly denial: Denial | null;
  /** The lines of the text that the denial was read from, escaped by nobody; evidence quotes come from here. */
  readonly text: string;
  readonly facts: Facts;
  /** Null where the text and the options do not tell who asked for what. */
  readonly request: AccessRequest | null;
  /** The answer under the assumptions. */
  readonly verdict: Verdict | null;
  /** What was taken for granted; an assumed layer is absent with call `assumed`. */
  readonly assumptions: readonly Assumption[];
  readonly token: TokenClaims | null;
  readonly environment: JobEnvironment;
  /** The clock of the diagnosis. */
  readonly now: Date;
  /** What the whole call needs besides; the causes of a related request are found like those of the request itself. */
  readonly relatedTo: DenialCase | null;
}
