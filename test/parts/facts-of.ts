import { unreadable } from '../../src/model/fact.ts';
import type { Facts } from '../../src/model/facts.ts';
import { refused } from '../../src/model/gap.ts';

/** What could not be read. */
export const unreadableGap = refused({
  what: 'the role',
  account: '111122223333',
  permission: 'iam:GetRole',
  code: 'AccessDenied',
  who: 'account-admin',
});

/** Facts of which nothing could be read but what is given. */
export function factsOf(parts: Partial<Facts>): Facts {
  const nothing = unreadable(unreadableGap);
  return {
    principal: null,
    principalFrom: null,
    currentIdentity: nothing,
    callerEntity: nothing,
    callerGroups: nothing,
    callerKeys: nothing,
    callerOrganization: nothing,
    resourceAccount: null,
    resourceOrganization: nothing,
    role: null,
    providers: null,
    instanceProfile: null,
    uniqueIds: {},
    record: nothing,
    policies: {
      identity: nothing,
      boundary: nothing,
      session: nothing,
      scp: nothing,
      rcp: nothing,
      resource: nothing,
      endpoint: nothing,
    },
    ...parts,
  };
}
