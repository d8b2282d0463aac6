import type { Denial } from '../model/denial.ts';

/** What makes two denials different ones. */
export interface Keyed {
  readonly kind: string | null;
  readonly credentialError: string | null;
  readonly action: string | null;
  readonly operation: string | null;
  readonly code: string | null;
  readonly resource: string | null;
  readonly reason: {
    readonly layer: string | null;
    readonly effect: string | null;
    readonly policyArn: string | null;
  } | null;
  readonly nearby?: readonly { readonly value: string | null }[];
  readonly caller: string | null;
  readonly callerName: string | null;
}

/** A key that is equal for equal denials: same kind, action, resource, reason, and user or role. The session name does not count. */
export function distinctKey(denial: Keyed): string {
  const { kind, credentialError, action, resource, reason, nearby } = denial;
  const call = action ?? denial.operation ?? denial.code;
  return JSON.stringify([
    kind,
    credentialError,
    call,
    resource ?? nearby?.map(({ value }) => value),
    reason && [reason.layer, reason.effect, reason.policyArn],
    callerKey(denial),
  ]);
}

/** True if everything that `one` states, `other` states as well. */
export function isPartOf(one: Denial, other: Denial): boolean {
  const stated = [
    [one.action, other.action],
    [one.operation, other.operation],
    [one.resource, other.resource],
    [callerKey(one), callerKey(other)],
    [one.reason && JSON.stringify(one.reason), JSON.stringify(other.reason)],
  ] as const;
  return (
    one.kind === other.kind &&
    one.credentialError === other.credentialError &&
    stated.every(([ours, theirs]) => ours === null || ours === theirs)
  );
}

function callerKey({ caller, callerName }: Pick<Keyed, 'caller' | 'callerName'>): string | null {
  return caller === null ? callerName : withoutSession(caller);
}

/** `assumed-role/ROLE/SESSION` without the session. */
function withoutSession(caller: string): string {
  const match = /^(arn:[^:]*:sts::[^:]*:assumed-role\/[^/]+)\//.exec(caller);
  return match?.[1] ?? caller;
}
