import type { Denial } from '../model/denial.ts';

/** A key that is equal for equal denials: same kind, action, resource, reason, and user or role. The session name does not count. */
export function distinctKey(denial: Denial): string {
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

function callerKey({ caller, callerName }: Denial): string | null {
  return caller === null ? callerName : withoutSession(caller);
}

/** `assumed-role/ROLE/SESSION` without the session. */
function withoutSession(caller: string): string {
  const match = /^(arn:[^:]*:sts::[^:]*:assumed-role\/[^/]+)\//.exec(caller);
  return match?.[1] ?? caller;
}
