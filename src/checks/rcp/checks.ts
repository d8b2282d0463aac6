import type { Check } from '../check.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';

/**
 * Causes in the resource control policies over the account of the resource. RCPFullAWSAccess is attached everywhere and cannot be
 * detached, so that an Allow is never missing. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export const rcpChecks = [
  explicitDeny('rcp', {
    what: 'A resource control policy of the organization that owns the resource denies the request explicitly.',
    why: 'A Deny over the account of the resource matches the request: usually a perimeter that keeps out callers from elsewhere, or calls that are not encrypted. It counts for every caller, also for those of other organizations.',
    fix: 'The administrator of that organization exempts the caller in the statement, or changes it. An Allow elsewhere does not help.',
  }),
  namedByAws('rcp', {
    what: 'AWS says that a resource control policy is the reason; which statement, nobody could read here.',
    why: 'Resource control policies can be read in the management account of the organization that owns the resource, or where their reading was delegated, only.',
    fix: 'The administrator of that organization reads the policies over the account (denytrace --record there, then --snapshot here) and changes the one that denies.',
  }),
] as const satisfies readonly Check[];
