import type { Who } from './gap.ts';
import type { PolicyRef } from './policy.ts';

/**
 * What a check proposes, before it is made concrete and proven. Pointers are RFC 6901, into the policy's document.
 * `add-…` only adds. `replace` is for values that are proven dead. `exempt` narrows an explicit deny, for its owner.
 */
export type Remedy =
  | {
      readonly kind: 'add-statement';
      readonly policy: PolicyRef;
      readonly statement: Readonly<Record<string, unknown>>;
      readonly who: Who;
      /** What has to be said with it: why nothing smaller would do, or whom else it lets in. */
      readonly note?: string;
    }
  | {
      readonly kind: 'add-policy';
      readonly attachTo: PolicyRef;
      readonly document: Readonly<Record<string, unknown>>;
      readonly who: Who;
      /** What has to be said with it: why nothing smaller would do, or whom else it lets in. */
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
  | { readonly kind: 'exempt'; readonly policy: PolicyRef; readonly statement: number; readonly who: Who }
  | {
      readonly kind: 'send';
      readonly context: Readonly<Record<string, readonly string[]>>;
      readonly summary: string;
      readonly who: Who;
      /** What brings it about that the request has them. */
      readonly commands?: readonly (readonly string[])[];
    }
  | {
      /** The request names nobody that is there: what to name instead. */
      readonly kind: 'rename';
      readonly part: 'principal' | 'resource';
      readonly arn: string;
      /** Names are unique, and this one has the name: nothing else can be meant. */
      readonly certain: boolean;
      readonly summary: string;
      readonly who: Who;
    }
  | {
      readonly kind: 'advise';
      readonly summary: string;
      readonly commands: readonly (readonly string[])[];
      readonly who: Who;
    };
