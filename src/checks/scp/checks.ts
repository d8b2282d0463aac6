import type { Case } from '../../model/case.ts';
import type { Blockage, Check } from '../check.ts';
import { condition } from '../layers/condition.ts';
import { explicitDeny } from '../layers/explicit-deny.ts';
import { namedByAws } from '../layers/named-by-aws.ts';
import { nearMiss } from '../layers/near-miss.ts';
import { noAllow } from '../layers/no-allow.ts';
import { layerFact } from '../statement-text.ts';

/** Causes in the service control policies over the caller's account. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export const scpChecks = [
  explicitDeny('scp', {
    what: 'A service control policy of the organization denies the request explicitly.',
    why: 'A Deny attached to the account, to one of its organizational units or to the root matches the request. No policy inside the account can lift it.',
    fix: 'The organization’s administrator exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  }),
  condition('scp', {
    what: 'At one level of the organization a service control policy would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the organization’s administrator add the value.',
  }),
  nearMiss('scp', {
    what: 'At one level of the organization a service control policy would let the request through but for one element.',
    why: 'A service or action that is missing from the list of allowed ones, a typing error, or a wildcard that does not reach as far as it looks.',
    fix: 'The organization’s administrator adds the action beside those that are there.',
  }),
  noAllow(
    'scp',
    {
      what: 'At one level of the organization (root, organizational unit or account) no service control policy allows the request.',
      why: 'Every level needs an Allow of its own. FullAWSAccess was detached there, or replaced by a list of allowed services that lacks this one.',
      fix: 'The organization’s administrator adds an Allow for the request at that level. It grants nothing by itself: it only lets the account’s own policies decide.',
    },
    (subject, blockage) =>
      `No service control policy at ${levelName(subject, blockage)} allows ${subject.request?.action ?? 'it'}`,
  ),
  namedByAws('scp', {
    what: 'AWS says that a service control policy of the organization is the reason; which statement, nobody could read here.',
    why: 'Service control policies can be read in the management account, or where their reading was delegated, only. AWS says “explicit deny” even where an Allow is missing.',
    fix: 'The organization’s administrator reads the policies over the account (denytrace --record there, then --snapshot here) and changes the one that denies.',
  }),
] as const satisfies readonly Check[];

function levelName(subject: Case, { tier }: Blockage): string {
  const fact = layerFact(subject, 'scp');
  const level = fact.status === 'known' && tier !== null ? fact.value[tier] : undefined;
  return level === undefined ? 'one of the levels of the organization' : level.name;
}
