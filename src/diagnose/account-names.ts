import type { AccountName } from '../model/diagnosis.ts';
import type { Fact } from '../model/fact.ts';
import type { Facts, OrganizationPlace } from '../model/facts.ts';

/**
 * The names of the caller's and the resource's account: what their organization calls them, else the one profile of the AWS config that
 * belongs to the account. Accounts without a name are left out.
 */
export function accountNames(
  facts: Pick<
    Facts,
    'principal' | 'resourceAccount' | 'callerOrganization' | 'resourceOrganization' | 'currentIdentity'
  >,
): Readonly<Record<string, AccountName>> {
  const sides = [
    [facts.principal?.account ?? null, facts.callerOrganization],
    [facts.resourceAccount, facts.resourceOrganization],
  ] as const;
  const names = sides.flatMap(([account, organization]): (readonly [string, AccountName])[] => {
    if (account === null) return [];
    const found = nameIn(organization, account) ?? profileOf(facts, account);
    return found === undefined ? [] : [[account, found]];
  });
  return Object.fromEntries(names);
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html */
function nameIn(organization: Fact<OrganizationPlace>, account: string): AccountName | undefined {
  const path = organization.status === 'known' ? organization.value.path : undefined;
  const name = path?.status === 'known' ? path.value.find(({ id }) => id === account)?.name : undefined;
  return name ? { name, from: 'organization' } : undefined;
}

/** Several profiles of an account are named after their roles. */
function profileOf({ currentIdentity }: Pick<Facts, 'currentIdentity'>, account: string): AccountName | undefined {
  const all = currentIdentity.status === 'known' ? currentIdentity.value.profiles : [];
  const [own, ...more] = all.filter((profile) => profile.account === account);
  return own === undefined || more.length > 0 ? undefined : { name: own.profile, from: 'profile' };
}
