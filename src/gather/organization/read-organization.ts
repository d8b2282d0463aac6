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

/** The root of an organization, which has the enabled policy types. */
interface RootRead {
  /** Null if only the enabled policy types are known. */
  readonly id: string | null;
  readonly name: string | null;
  readonly organizationId: string | null;
  /** Policy types that are enabled, or are being enabled or disabled. */
  readonly policyTypes: readonly string[];
}

/** An organization, as DescribeOrganization describes it to every member account. */
interface OrganizationRead {
  readonly id: string;
  readonly managementAccountId: string | null;
  readonly allFeatures: boolean;
}

/** Everything about the organization of an account. */
export interface OrganizationFacts {
  readonly place: Fact<OrganizationPlace>;
  readonly path: PathRead;
  readonly root: Fact<RootRead>;
  /** False for consolidated billing, which has no policies. Null if unknown. */
  readonly allFeatures: boolean | null;
  readonly names: ReadonlyMap<string, string>;
  readonly readLevel: ReadLevel;
}

/**
 * Reads where an account is in its organization, and the policies of `layers` that are attached there. Everything that can start at
 * once does.
 */
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

/** Leaves out the layers whose policy type is not enabled. Without knowing which are enabled, none is left out. */
function enabledLayers(root: Fact<RootRead>, layers: readonly OrganizationLayer[]): readonly OrganizationLayer[] {
  if (root.status !== 'known') return layers;
  return layers.filter((layer) => root.value.policyTypes.includes(ORGANIZATION_LAYERS[layer].type));
}

type Membership = Pick<OrganizationPlace, 'organizationId' | 'managementAccountId'>;

/**
 * Which organization an account is in: by the ARN that the organization has for it, else by DescribeOrganization of the account itself.
 */
function membershipOf(organization: Fact<OrganizationRead>, member: Fact<MemberRead>): Fact<Membership> {
  const own = mapFact(organization, ({ id, managementAccountId }) => ({ organizationId: id, managementAccountId }));
  if (member.status !== 'known' || member.value.organizationId === null) return own;
  const { organizationId, managementAccountId } = member.value;
  const stated = own.status === 'known' && own.value.organizationId === organizationId ? own.value : null;
  return known({ organizationId, managementAccountId: managementAccountId ?? stated?.managementAccountId ?? null });
}

/**
 * The root, if it is of the account's organization. ListRoots answers for the organization of the credentials, which may be another
 * one.
 */
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

/** Reads the name of an OU. Without it the id is shown, so that a failure leaves no gap. */
async function readUnitName(ask: Ask, site: Site, id: string): Promise<string | undefined> {
  const unit = await ask(site, {
    call: 'organizations:DescribeOrganizationalUnit',
    input: { OrganizationalUnitId: id },
    what: `the name of ${id}`,
    read: (output) => textOf(fieldsOf(output['OrganizationalUnit'])?.['Name']),
  });
  return unit.status === 'known' ? unit.value : undefined;
}
