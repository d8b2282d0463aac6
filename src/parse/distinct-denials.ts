import type { Denial } from '../model/denial.ts';

/** A denial and where it occurs. Lines are from 1. */
export interface DistinctDenial {
  readonly denial: Denial;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The distinct denials in order of first appearance; each is the fullest of its kind seen. */
export function distinctDenials(denials: Iterable<Denial>): DistinctDenial[] {
  const found = new Map<string, DistinctDenial>();
  for (const denial of denials) {
    const key = distinctKey(denial);
    const [first, last] = denial.lines;
    const before = found.get(key);
    found.set(key, {
      denial: before === undefined ? denial : fullerOf(before.denial, denial),
      count: (before?.count ?? 0) + 1,
      firstLine: before?.firstLine ?? first,
      lastLine: Math.max(before?.lastLine ?? 0, last),
    });
  }
  return [...found.values()];
}

/** The one of two equal denials that states more: an encoded message, an operation, a request id; else the first. */
export function fullerOf(first: Denial, other: Denial): Denial {
  return statements(other) > statements(first) ? other : first;
}

function statements({
  encodedMessage,
  authorizationId,
  code,
  operation,
  requestId,
  region,
  truncated,
}: Denial): number {
  // What AWS can be asked about says more than all else.
  const asked = [encodedMessage, authorizationId].filter((one) => one !== null).length * 10;
  return asked + [code, operation, requestId, region].filter((one) => one !== null).length - (truncated ? 1 : 0);
}

/** Equal for denials that are the same: kind, action, resource, reason, and user or role; the session name does not count. */
export function distinctKey(denial: Denial): string {
  const { kind, credentialError, action, resource, reason } = denial;
  const who = denial.caller === null ? denial.callerName : withoutSession(denial.caller);
  const call = action ?? denial.operation ?? denial.code;
  return JSON.stringify([
    kind,
    credentialError,
    call,
    resource,
    reason && [reason.layer, reason.effect, reason.policyArn],
    who,
  ]);
}

/** `assumed-role/ROLE/SESSION` without the session. */
function withoutSession(caller: string): string {
  const match = /^(arn:[^:]*:sts::[^:]*:assumed-role\/[^/]+)\//.exec(caller);
  return match?.[1] ?? caller;
}
