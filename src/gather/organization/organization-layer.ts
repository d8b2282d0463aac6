import { absent, known, unreadable } from '../../model/fact.ts';
import { type Gap, refused } from '../../model/gap.ts';
import type { LayerFact, Level } from '../../model/policy.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { OrganizationFacts } from './read-organization.ts';
import { ORGANIZATION_LAYERS, type OrganizationLayer } from './read-organization-levels.ts';

/**
 * The SCPs or RCPs at each level from the root to an account. Absent if the account is in no organization or is its management account,
 * or if the policy type is not enabled.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export async function organizationLayer(
  layer: OrganizationLayer,
  account: string,
  organization: OrganizationFacts,
): Promise<LayerFact> {
  const { place, path, root, allFeatures, readLevel } = organization;
  const what = `the ${ORGANIZATION_LAYERS[layer].name} of ${account}`;
  if (place.status === 'absent') return place;
  if (place.status === 'unreadable') return unreadable({ ...place.gap, what, layer, who: readerOf(place.gap) });
  const management = place.value.managementAccountId;
  // The management account is not limited. If we do not know which account that is, the policies say nothing.
  if (management === null) return unreadable(managementGap(what, layer, account));
  if (management === account || allFeatures === false) return absent('organizations:DescribeOrganization', account);
  const isEnabled = root.status !== 'known' || root.value.policyTypes.includes(ORGANIZATION_LAYERS[layer].type);
  if (!isEnabled) return absent('organizations:ListRoots', root.value.id ?? place.value.organizationId);

  const rootId = root.status === 'known' ? root.value.id : null;
  const ids = rootId !== null && path.ids[0] !== rootId ? [rootId, ...path.ids] : path.ids;
  const read = await Promise.all(ids.map((id) => readLevel(layer, id)));
  const levels = read.map((level) => withoutEmptyScp(layer, account, withName(level, organization, account)));
  const unread = path.top.status === 'unreadable' ? [unreadLevels({ ...path.top.gap, layer })] : [];
  const split = rootId === null ? 0 : 1;
  const all =
    path.top.status === 'unreadable' ? [...levels.slice(0, split), ...unread, ...levels.slice(split)] : levels;
  const [gap] = all.flatMap((level) => level.gaps);
  const nothing = all.every((level) => level.policies.length === 0 && level.gaps.length > 0);
  if (nothing && gap !== undefined)
    return unreadable({
      ...gap,
      what,
      layer,
      permission: 'organizations:ListPoliciesForTarget',
      account: management,
    });
  return known(all.map((level) => ({ ...level, gaps: level.gaps.map((one) => ({ ...one, account: management })) })));
}

/**
 * Who can close the gap. A member account may read which organization it is in, but only administrators of the organization may read
 * its policies. If the user's own credentials are set up wrongly, it stays with the user.
 */
function readerOf({ who }: Gap): Gap['who'] {
  return who === 'you' ? who : 'organization-admin';
}

function managementGap(what: string, layer: OrganizationLayer, account: string): Gap {
  const permission = 'organizations:DescribeOrganization';
  return refused({ what, layer, account, permission, code: null, who: 'organization-admin' });
}

function withName(level: Omit<Level, 'name'>, { names }: OrganizationFacts, account: string): Level {
  return { ...level, name: level.id === account ? account : (names.get(level.id) ?? level.id) };
}

/** Stands for the levels between the root and the highest level that could be read. */
function unreadLevels(gap: Gap): Level {
  return { id: 'unread', name: 'levels that could not be read', policies: [], gaps: [gap] };
}

/**
 * The level, with a gap if it has no SCP. AWS keeps at least one on every level while the type is enabled, so an empty list cannot be
 * right.
 */
function withoutEmptyScp(layer: OrganizationLayer, account: string, level: Level): Level {
  if (layer === 'rcp' || level.policies.length > 0 || level.gaps.length > 0) return level;
  const gap = refused({
    what: `the service control policies attached to ${level.id}`,
    layer,
    account,
    permission: 'organizations:ListPoliciesForTarget',
    code: REFUSALS.malformed,
    who: 'organization-admin',
  });
  return { ...level, gaps: [gap] };
}
