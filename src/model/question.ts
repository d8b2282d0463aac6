import type { Denial } from './denial.ts';
import type { AuthorizationRecord } from './facts.ts';
import type { Principal } from './principal.ts';

/** Who was denied what: from the text, completed by options, which never override it. */
export interface Question {
  readonly denial: Denial | null;
  /** Null where neither the text nor an option names a caller: then the current identity is taken for it. */
  readonly principal: Principal | null;
  readonly principalFrom: 'text' | 'option' | 'record' | null;
  readonly action: string | null;
  readonly resource: string | null;
  /** The text has the IAM resource by its name alone, as IAM's errors print it (`role web`): its path is not known yet. */
  readonly pathUnknown?: true;
  /** Who gets a passed role: from the text, an option, or the reviewed table. */
  readonly service: string | null;
  readonly encodedMessage: string | null;
  /** The text is the decoded message itself. */
  readonly decodedMessage?: AuthorizationRecord;
  readonly authorizationId: string | null;
  readonly region: string | null;
  /** AWS’s words say that it refused the call before it evaluated any policy. */
  readonly refusedBeforePolicies?: true;
}

/** What the user passes on the command line or to the library: neither the denial nor AWS shows it. Documents are parsed JSON. */
export interface UserOptions {
  readonly caller?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly service?: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** Condition keys that the request lacked. */
  readonly missing: readonly string[];
  readonly externalId?: string;
  readonly sessionPolicy?: { readonly document: unknown } | { readonly arn: string };
  readonly resourcePolicy?: unknown;
  readonly scp?: unknown;
  readonly rcp?: unknown;
  readonly endpointPolicy?: unknown;
  readonly webIdentityToken?: string;
  /** `session=none`, `endpoint=none`, `scp=allow`, `rcp=allow`. */
  readonly assume: {
    readonly session?: 'none';
    readonly endpoint?: 'none';
    readonly scp?: 'allow';
    readonly rcp?: 'allow';
  };
}
