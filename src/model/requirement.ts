import type { Who } from './gap.ts';
import type { NonEmpty } from './non-empty.ts';
import type { StepId } from './step-id.ts';
import type { UsualGuard } from './usual-guard.ts';

/**
 * A statement as it is written into a policy. It holds tokens only where `placeholders` lists them; a token is `[A-Z][A-Z0-9_]*`, never
 * `<…>` (a shell redirects) nor `${…}` (a policy variable).
 */
export type PolicyStatement = Readonly<Record<string, unknown>>;

/** A word in capitals that takes the place of a value the text does not give. */
export interface Placeholder {
  readonly token: string;
  /** What the value is, as a noun phrase. */
  readonly what: string;
  /** The part of the request that gives it; the report knows the option for it. Null where no option would. */
  readonly fills: 'caller' | 'action' | 'resource' | 'service' | 'context' | null;
}

/** One way to meet an `allow`. All statements of a way are needed; one of the ways is enough. */
export interface Way {
  readonly statements: readonly PolicyStatement[];
  /** Ids of other requirements that this way needs as well. Empty: it is enough alone. */
  readonly alsoNeeds: readonly string[];
}

/** What a requirement is about: a document, or another part of the request. `identity` is any identity policy of the principal or its groups. */
export interface RequirementTarget {
  readonly kind:
    | 'identity'
    | 'trust'
    | 'resource'
    | 'boundary'
    | 'session'
    | 'scp'
    | 'rcp'
    | 'endpoint'
    | 'entity'
    | 'request'
    | 'token';
  readonly name: string | null;
  readonly arn: string | null;
  readonly account: string | null;
  /** ARN of what the document is attached to. */
  readonly attachedTo: string | null;
}

/** A command that shows what is there now, and the account that it has to be run in. */
export interface ShowCommand {
  readonly argv: readonly string[];
  readonly account: string | null;
}

interface RequirementBase {
  /** Unique in the diagnosis: `trust`, `identity`, `scp`, `pass-role.identity`. */
  readonly id: string;
  /** The step of the checklist that it belongs to, whether or not the diagnosis has that step. */
  readonly step: StepId;
  /** The request it is about: another one than the denied where the same call needs it as well. */
  readonly request: { readonly action: string; readonly resource: string | null };
  /** `met` and `unmet` only where that part was read. */
  readonly status: 'open' | 'met' | 'unmet';
  readonly target: RequirementTarget;
  /** Why it is worth looking at first. Null where the text does not point there. */
  readonly likely: string | null;
  /** Why it is about this action, where the text names no call: "reading aws_s3_bucket.logs most likely begins with s3:ListBucket". */
  readonly likelyCall?: string;
  readonly who: Who;
  /** Ids of the causes that are most often found there. */
  readonly usual: readonly string[];
  readonly show: readonly ShowCommand[];
  readonly placeholders: readonly Placeholder[];
}

/**
 * Something that must be true for the request to be allowed. `allow`: a statement must allow it, in one of the ways. `no-deny`: no
 * statement may deny it. `exists`: it must exist. `value`: the request must have one of these values.
 */
export type Requirement = RequirementBase &
  (
    | { readonly need: 'allow'; readonly ways: NonEmpty<Way> }
    | {
        readonly need: 'no-deny';
        /** What a Deny of the action usually asks of the request; empty unless AWS names the document as the one that denies. */
        readonly guards: readonly UsualGuard[];
        /** The `Condition` that exempts the caller alone, to be added to the one of the Deny. Null where no key distinguishes the caller from others. */
        readonly exemption: PolicyStatement | null;
      }
    | { readonly need: 'exists' }
    | {
        readonly need: 'value';
        readonly key: string;
        /** Who gives it: the caller's parameters, the caller itself, the network, the resource, or a service. */
        readonly owner: 'call' | 'caller' | 'way' | 'resource' | 'service';
        /** The values that would do; null where they are not known. */
        readonly expected: readonly string[] | null;
      }
  );
