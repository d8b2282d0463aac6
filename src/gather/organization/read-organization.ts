import { type Fact, known, mapFact, unreadable } from '../../model/fact.ts';
import type { OrganizationPlace } from '../../model/facts.ts';
import { refused } from '../../model/gap.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';
import {
  levelReader,
  ORGANIZATION_LAYERS,
  type OrganizationLayer,
  type ReadLevel,
} from './read-organization-levels.ts';
import { type MemberRead, type PathRead, readMember, readPath } from './read-organization-path.ts';

/** The root of an organization: it tells which policy types are enabled. */
interface RootRead {
  /** Null where only the enabled types are known. */
  readonly id: string | null;
  readonly name: string | null;
  readonly organizationId: string | null;
  /** Types that are, or may still be, in effect. */
  readonly policyTypes: readonly string[];
}

/** An organization as DescribeOrganization shows it, to every member account. */
interface OrganizationRead {
  readonly id: string;
  readonly managementAccountId: string | null;
  readonly allFeatures: boolean;
}

/** Everything about one account's organization. Levels are read on demand, or were started as soon as they were found. */
export interface OrganizationFacts {
  readonly place: Fact<OrganizationPlace>;
  readonly path: PathRead;
  readonly root: Fact<RootRead>;
  /** False: consolidated billing only, where no policy type exists. Null: not known. */
  readonly allFeatures: boolean | null;
  readonly names: ReadonlyMap<string, string>;
  readonly readLevel: ReadLevel;
}

/** Where an account stands, and what is attached there for the layers that matter. Everything that can start starts at once. */
export async function readOrganization(
  ask: Ask,
  site: Site & { readonly account: string },
  layers: readonly OrganizationLayer[],
): Promise<OrganizationFacts> {
  const { account } = site;
  const asAdmin: Site = { ...site, who: 'organization-admin' };
  const readLevel = levelReader(ask, asAdmin);
  const names = new Map<string, Promise<string | undefined>>();
  const rootRead = readRoot(ask, asAdmin);
  const startLevel = async (id: string) => {
    for (const layer of enabledLayers(await rootRead, layers)) void readLevel(layer, id);
  };
  const found = (id: string) => {
    void startLevel(id);
    if (id.startsWith('ou-')) names.set(id, readUnitName(ask, asAdmin, id));
  };
  const member = readMember(ask, asAdmin, account);
  found(account);
  const [organization, described, root, path] = await Promise.all([
    readOwnOrganization(ask, site),
    member,
    rootRead,
    readPath(ask, asAdmin, account, member, found),
    rootRead.then((read) =>
      read.status === 'known' && read.value.id !== null ? startLevel(read.value.id) : undefined,
    ),
  ]);
  const membership = membershipOf(organization, described);
  const ownRoot = rootOf(root, membership);
  const known = await namesOf(names, described, root, account);
  return {
    place: mapFact(membership, (place) => ({ ...place, path: pathOf(path, known) })),
    path,
    root: ownRoot,
    allFeatures: organization.status === 'known' ? organization.value.allFeatures : null,
    names: known,
    readLevel,
  };
}

/** What is attached matters only for a type that is enabled; where nobody tells which are, all may be. */
function enabledLayers(root: Fact<RootRead>, layers: readonly OrganizationLayer[]): readonly OrganizationLayer[] {
  if (root.status !== 'known') return layers;
  return layers.filter((layer) => root.value.policyTypes.includes(ORGANIZATION_LAYERS[layer].type));
}

type Membership = Pick<OrganizationPlace, 'organizationId' | 'managementAccountId'>;

/** The account's ARN in its organization proves it, and so does DescribeOrganization by the account itself. */
function membershipOf(organization: Fact<OrganizationRead>, member: Fact<MemberRead>): Fact<Membership> {
  const own = mapFact(organization, ({ id, managementAccountId }) => ({ organizationId: id, managementAccountId }));
  if (member.status !== 'known' || member.value.organizationId === null) return own;
  const { organizationId, managementAccountId } = member.value;
  const stated = own.status === 'known' && own.value.organizationId === organizationId ? own.value : null;
  return known({ organizationId, managementAccountId: managementAccountId ?? stated?.managementAccountId ?? null });
}

/** ListRoots answers for the organization of the credentials: it counts only where that is proven to be the account's. */
function rootOf(root: Fact<RootRead>, membership: Fact<Membership>): Fact<RootRead> {
  if (root.status !== 'known' || membership.status === 'absent') return root;
  const what = 'which policy types are enabled in the organization';
  if (membership.status === 'unreadable') return unreadable({ ...membership.gap, what });
  const { organizationId, managementAccountId } = membership.value;
  if (root.value.organizationId === null || root.value.organizationId === organizationId) return root;
  const permission = 'organizations:ListRoots';
  const code = REFUSALS.otherAccount;
  return unreadable(refused({ what, account: managementAccountId, permission, code, who: 'organization-admin' }));
}

function pathOf(path: PathRead, names: ReadonlyMap<string, string>): OrganizationPlace['path'] {
  if (path.top.status === 'unreadable') return unreadable(path.top.gap);
  return known(path.ids.map((id) => ({ id, name: names.get(id) ?? null })));
}

async function namesOf(
  units: ReadonlyMap<string, Promise<string | undefined>>,
  member: Fact<MemberRead>,
  root: Fact<RootRead>,
  account: string,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (root.status === 'known' && root.value.id !== null && root.value.name !== null)
    names.set(root.value.id, root.value.name);
  if (member.status === 'known' && member.value.name !== null) names.set(account, member.value.name);
  for (const [id, reading] of units) {
    const name = await reading;
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
function readOwnOrganization(ask: Ask, site: Site & { readonly account: string }): Promise<Fact<OrganizationRead>> {
  return ask(site, {
    call: 'organizations:DescribeOrganization',
    input: {},
    what: `the organization of ${site.account}`,
    read: (output) => {
      const organization = fieldsOf(output['Organization']);
      const id = textOf(organization?.['Id']);
      const management = textOf(organization?.['ManagementAccountId']) ?? textOf(organization?.['MasterAccountId']);
      if (id === undefined) return undefined;
      return {
        id,
        managementAccountId: management ?? null,
        allFeatures: organization?.['FeatureSet'] !== 'CONSOLIDATED_BILLING',
      };
    },
  });
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html */
function readRoot(ask: Ask, site: Site): Promise<Fact<RootRead>> {
  return ask(site, {
    call: 'organizations:ListRoots',
    input: {},
    what: `which policy types are enabled in the organization of ${site.account}`,
    read: (output) => {
      const root = fieldsOf(listOf(output['Roots'])?.[0]);
      const id = textOf(root?.['Id']);
      const types = readAll(listOf(root?.['PolicyTypes']), (type) => textOf(fieldsOf(type)?.['Type']));
      if (id === undefined || types === undefined) return undefined;
      const organizationId = /:root\/(o-[a-z0-9]+)\//.exec(textOf(root?.['Arn']) ?? '')?.[1] ?? null;
      return { id: id === '' ? null : id, name: textOf(root?.['Name']) ?? null, organizationId, policyTypes: types };
    },
  });
}

/** Only a name: where it cannot be read, the id stands for itself. */
async function readUnitName(ask: Ask, site: Site, id: string): Promise<string | undefined> {
  const unit = await ask(site, {
    call: 'organizations:DescribeOrganizationalUnit',
    input: { OrganizationalUnitId: id },
    what: `the name of ${id}`,
    read: (output) => textOf(fieldsOf(output['OrganizationalUnit'])?.['Name']),
  });
  return unit.status === 'known' ? unit.value : undefined;
}
