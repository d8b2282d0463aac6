import type { Aspect } from './aspect.ts';
import type { Blocker } from './blocker.ts';
import type { Certainty } from './certainty.ts';
import type { Denial } from './denial.ts';
import type { Evidence } from './evidence.ts';
import type { Gap, Who } from './gap.ts';
import type { Layer } from './layer.ts';
import type { NonEmpty } from './non-empty.ts';
import type { PolicyRef } from './policy.ts';
import type { PrincipalType } from './principal.ts';
import type { Assumption } from './request.ts';
import type { Requirement } from './requirement.ts';
import type { StepId } from './step-id.ts';

interface StepBase {
  readonly id: StepId;
  readonly title: string;
  readonly rung: Certainty;
  readonly summary: string;
}

/** One line of the checklist. A failure has evidence, an unknown has its gap. */
export type Step = StepBase &
  (
    | { readonly status: 'pass'; readonly evidence: readonly Evidence[]; readonly gaps: readonly Gap[] }
    | { readonly status: 'fail'; readonly evidence: NonEmpty<Evidence>; readonly gaps: readonly Gap[] }
    | { readonly status: 'unknown'; readonly evidence: readonly Evidence[]; readonly gaps: NonEmpty<Gap> }
    | { readonly status: 'skipped'; readonly evidence: readonly Evidence[]; readonly gaps: readonly Gap[] }
  );

/** Replaces the value at `pointer` by `after`; null removes it; a pointer ending in `/-` appends. */
export interface Change {
  readonly policy: PolicyRef;
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What to send instead: values of condition keys, and the ARN of the principal that is meant where the one in the request does not exist. */
export interface SentInstead {
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly principal?: string;
  readonly resource?: string;
}

/** A fix, proven by evaluating again: `allowed`, `open` (nothing readable blocks), or `still-blocked`; null where nothing could be tried. */
export interface Fix {
  readonly who: Who;
  readonly summary: string;
  readonly account: string | null;
  readonly changes: readonly Change[];
  /** What the commands change by themselves (`cdk bootstrap`, say): the check tried it, and it need not be made by hand. */
  readonly effect?: readonly Change[];
  /** What to send instead, where no document changes; only where that was evaluated. */
  readonly request?: SentInstead;
  /** Argument vectors; shell-quoted only when printed. */
  readonly commands: readonly (readonly string[])[];
  /** The complete new documents that the commands name as `file://<file>`. */
  readonly documents: readonly { readonly file: string; readonly document: unknown }[];
  readonly check: 'allowed' | 'open' | 'still-blocked' | null;
  /** Keys of causes: those that block still; where the check is `open`, those that are likely to. */
  readonly stillBlocking: readonly string[];
  readonly openAfter: readonly Gap[];
}

/** Why the request was denied: one blocker, with its evidence. */
export interface Cause {
  /** Unique in its diagnosis. */
  readonly key: string;
  /** `<layer>.<what>` */
  readonly id: string;
  readonly layer: Layer | null;
  readonly rung: Certainty;
  /** The kind of blocker that it explains; null for what is wrong beyond the policies. */
  readonly blocker: Blocker['kind'] | null;
  /** What a cause beyond the policies is about; null for one that explains a blocker. */
  readonly aspect: Aspect | null;
  /** One sentence. It names the statement that stands first in the evidence, if one does. */
  readonly summary: string;
  readonly evidence: NonEmpty<Evidence>;
  readonly fix: Fix | null;
}

/** A condition key as the diagnosis prints it. */
export type PrintedContextValue =
  | { readonly values: readonly string[] }
  | { readonly missing: true }
  | { readonly unknown: true };

/** The request that was evaluated, as far as it is known. */
export interface DiagnosedRequest {
  readonly principal: {
    readonly arn: string | null;
    readonly type: PrincipalType;
    readonly account: string | null;
    readonly name: string;
  } | null;
  readonly action: string | null;
  readonly resource: string | null;
  readonly resourceAccount: string | null;
  /** The names of the accounts of caller and resource, by their ids; left out where none is known. */
  readonly accounts?: Readonly<Record<string, AccountName>>;
  readonly context: Readonly<Record<string, PrintedContextValue>>;
}

/** What an account is called: by its organization, or by the name of the only profile of the AWS config that belongs to it. */
export interface AccountName {
  readonly name: string;
  readonly from: 'organization' | 'profile';
}

/** The evaluator's answer, as the diagnosis prints it. */
export type VerdictWord = 'denied' | 'allowed' | 'undetermined';

/** What the same call needs besides. */
export interface Related {
  readonly why: string;
  readonly request: DiagnosedRequest;
  readonly verdict: VerdictWord;
  readonly causes: readonly Cause[];
  /**
   * It is denied, and a fix before it mends that as well: that of the denied request, or of another one that the call needs. What it is then:
   * allowed, or open, because not everything could be read.
   */
  readonly afterFix?: 'allowed' | 'open';
}

/** Everything denytrace has to say about one denial. */
export interface Diagnosis {
  readonly denial: Denial | null;
  /** How often the text holds it. */
  readonly count: number;
  readonly request: DiagnosedRequest;
  readonly verdict: VerdictWord;
  readonly conclusion: 'explained' | 'inconclusive' | 'contradicted';
  readonly assumptions: readonly Assumption[];
  readonly steps: readonly Step[];
  /** All blockers, the deciding one first. */
  readonly causes: readonly Cause[];
  readonly fixesTogether: {
    readonly check: Fix['check'];
    readonly stillBlocking: readonly string[];
    readonly openAfter: readonly Gap[];
  } | null;
  readonly related: readonly Related[];
  /** What must be true for the request to be allowed, in the order in which it is worth looking at. */
  readonly requirements: readonly Requirement[];
  readonly open: readonly Gap[];
}
