import { servicePrefix } from '../../model/actions.ts';

/** Calls of AWS Organizations that other accounts may make too: about themselves, or before there is an organization. */
const OF_ANY_ACCOUNT =
  /^organizations:(?:CreateOrganization|DescribeOrganization|LeaveOrganization|DescribeEffectivePolicy|(?:Accept|Cancel|Decline|Describe)Handshake|ListHandshakesForAccount|\w*ResponsibilityTransfers?\w*)$/i;

/**
 * True for the calls of AWS Organizations that AWS takes from the management account or a delegated administrator only, whatever the policies of the
 * caller allow: each call's page says so, https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html for example.
 */
export function isLimitedToOrganizationAccounts(action: string): boolean {
  return servicePrefix(action) === 'organizations' && !OF_ANY_ACCOUNT.test(action);
}
