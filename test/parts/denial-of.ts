import type { Denial } from '../../src/model/denial.ts';

/** A denial that states nothing but what is given. */
export function denialOf(parts: Partial<Denial>): Denial {
  return {
    code: 'AccessDenied',
    operation: null,
    caller: null,
    callerName: null,
    action: null,
    resource: null,
    reason: null,
    encodedMessage: null,
    authorizationId: null,
    requestId: null,
    passedToService: null,
    region: null,
    kind: 'iam-denial',
    credentialError: null,
    shape: 'sentence',
    lines: [1, 1],
    truncated: false,
    origin: null,
    ...parts,
  };
}
