import type { CallEntry, NeededIn } from '../gather/calls/call-entry.ts';
import { CALLS } from '../gather/calls/table.ts';

const SIDS = {
  caller: 'DenytraceInTheAccountOfTheCaller',
  resource: 'DenytraceInTheAccountOfTheResource',
  management: 'DenytraceInTheManagementAccount',
} as const satisfies Record<NeededIn, string>;

/**
 * The policy that lets denytrace read everything it can use: one statement for each account that is concerned. Every action in
 * it only reads.
 */
export function permissionPolicy(): object {
  const calls: readonly (readonly [string, CallEntry])[] = Object.entries(CALLS);
  const places = Object.entries(SIDS) as readonly (readonly [NeededIn, string])[]; // the keys of SIDS are just these
  return {
    Version: '2012-10-17',
    Statement: places.map(([place, Sid]) => ({
      Sid,
      Effect: 'Allow',
      Action: calls
        .filter(([, { neededIn }]) => neededIn.includes(place))
        .map(([action]) => action)
        .toSorted(),
      Resource: '*',
    })),
  };
}
