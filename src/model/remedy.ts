import type { Who } from './gap.ts';
import type { PolicyRef } from './policy.ts';

/**
 * What a cause proposes, before it is drafted and proven. Pointers are RFC 6901, into the policy's document. `add-…` only adds. `replace` is
 * for values that are proven dead. `exempt` is for the owner of an explicit deny. `send`, `rename` and `advise` change no document.
 */
export type Remedy =
  | {
      readonly kind: 'add-statement';
      readonly policy: PolicyRef;
      readonly statement: Readonly<Record<string, unknown>>;
      readonly who: Who;
      /** What to say with it: why nothing smaller would do, or who else is let in. */
      readonly note?: string;
    }
  | {
      readonly kind: 'add-policy';
      readonly attachTo: PolicyRef;
      readonly document: Readonly<Record<string, unknown>>;
      readonly who: Who;
      /** What to say with it: why nothing smaller would do, or who else is let in. */
      readonly note?: string;
    }
  | {
      readonly kind: 'add-value';
      readonly policy: PolicyRef;
      readonly pointer: string;
      readonly value: string;
      readonly who: Who;
      readonly note?: string;
    }
  | {
      readonly kind: 'replace';
      readonly policy: PolicyRef;
      readonly pointer: string;
      readonly value: unknown;
      readonly who: Who;
      readonly why: string;
    }
  | {
      /** A condition that can hold in no request as it is written: the same values under another operator or key. */
      readonly kind: 'move-condition';
      readonly policy: PolicyRef;
      /** The pointer to the values of the key, below its operator. */
      readonly pointer: string;
      readonly operator: string;
      readonly key: string;
      readonly who: Who;
      readonly why: string;
    }
  | {
      readonly kind: 'exempt';
      readonly policy: PolicyRef;
      readonly statement: number;
      readonly who: Who;
      /** What is exempted; the caller, or the resource, unless given. */
      readonly by?: ExemptedBy;
      readonly note?: string;
      readonly commands?: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'send';
      readonly context: Readonly<Record<string, readonly string[]>>;
      readonly summary: string;
      readonly who: Who;
      /** What the resource or the caller is like has to be set beforehand (a tag, a boundary): these values are what the request has then. */
      readonly setBeforehand?: true;
      /** Commands that make the request have these values. */
      readonly commands?: readonly (readonly string[])[];
    }
  | {
      /** The request names a caller or role that does not exist: what to name instead. */
      readonly kind: 'rename';
      readonly part: 'principal' | 'resource';
      readonly arn: string;
      /** True where this ARN has the same name, which is unique: nothing else can be meant. */
      readonly certain: boolean;
      readonly summary: string;
      readonly who: Who;
    }
  | {
      readonly kind: 'advise';
      readonly summary: string;
      readonly commands: readonly (readonly string[])[];
      readonly who: Who;
      /** The statement that the command itself adds to a policy, as its documentation says: the check tries it. */
      readonly adds?: { readonly policy: PolicyRef; readonly statement: Readonly<Record<string, unknown>> };
    };

/** What an exemption from a Deny is by, where that is not the caller. `what` is it in words: `requests to us-east-2`. */
export type ExemptedBy =
  /** One more value in the list at the pointer, that of a negated condition. */
  | {
      readonly what: string;
      readonly pointer: string;
      readonly value: string;
      /** The key of the request that has this value for certain, though it is not read from it: the region of its resource. */
      readonly ofRequest?: string;
    }
  /** A further condition that the Deny then needs. */
  | { readonly what: string; readonly operator: string; readonly key: string; readonly value: string };
