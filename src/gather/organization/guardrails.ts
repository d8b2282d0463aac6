import { SERVICE_LINKED_NAME, SERVICE_LINKED_PATH } from '../../model/aws-names.ts';
import { type Fact, unreadable } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { ownerGap } from '../../model/owner-gap.ts';
import type { LayerFact } from '../../model/policy.ts';
import type { Principal } from '../../model/principal.ts';
import type { UserOptions } from '../../model/question.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { givenLayer } from '../given/given-layer.ts';
import { organizationLayer } from './organization-layer.ts';
import type { OrganizationFacts } from './read-organization.ts';

/** What SCPs and RCPs depend on. */
export interface GuardrailSources {
  readonly given: UserOptions;
  readonly principal: Principal | null;
  readonly callerEntity: Fact<Entity>;
}

/** The resource of a request, the account that owns it, and that account's organization. Null where it is not known. */
export interface ResourceSource {
  readonly resource: string | null;
  readonly account: string | null;
  readonly organization: OrganizationFacts | null;
}

/**
 * The SCPs that limit the caller: those that apply to its own account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export async function scpLayer(sources: GuardrailSources, organization: OrganizationFacts | null): Promise<LayerFact> {
  const { given, principal } = sources;
  const account = principal?.account ?? null;
  if (given.scp !== undefined && !isManagement(account, organization))
    return givenLayer('scp', given.scp, { name: LAYER_WORDS.scp.singular, kind: 'scp', attachedTo: account });
  if (principal === null) return unreadable(notGiven({ what: 'who the caller is', layer: 'scp', toPass: 'caller' }));
  if (account === null || organization === null)
    return absentByRule('not applicable: they limit principals in member accounts only');
  return unlessServiceLinked(sources, 'scp', await organizationLayer('scp', account, organization));
}

/**
 * The RCPs that protect the resource: those that apply to its account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export async function rcpLayer(
  sources: GuardrailSources,
  { resource, account: resourceAccount, organization }: ResourceSource,
): Promise<LayerFact> {
  const { given } = sources;
  if (given.rcp !== undefined && !isManagement(resourceAccount, organization))
    return givenLayer('rcp', given.rcp, { name: LAYER_WORDS.rcp.singular, kind: 'rcp', attachedTo: resourceAccount });
  if (resourceAccount === null || organization === null) return unreadable(ownerGap(resource, 'rcp'));
  return unlessServiceLinked(sources, 'rcp', await organizationLayer('rcp', resourceAccount, organization));
}

/** True for the management account, which neither SCPs nor RCPs limit. */
function isManagement(account: string | null, organization: OrganizationFacts | null): boolean {
  const place = organization?.place;
  return account !== null && place?.status === 'known' && place.value.managementAccountId === account;
}

/**
 * The layer, unless the caller is a service-linked role, which neither SCPs nor RCPs limit. Only the path of the role shows that, and
 * the ARN of a session has no path.
 */
function unlessServiceLinked(
  { principal, callerEntity }: GuardrailSources,
  layer: 'scp' | 'rcp',
  fact: LayerFact,
): LayerFact {
  if (principal?.type !== 'role' && principal?.type !== 'session') return fact;
  const path = callerEntity.status === 'known' ? callerEntity.value.path : principal.path;
  if (path?.startsWith(SERVICE_LINKED_PATH) === true) return absentByRule('do not apply to service-linked roles');
  if (path !== null || fact.status === 'absent' || !principal.name.startsWith(SERVICE_LINKED_NAME)) return fact;
  const what = `whether ${principal.name} is a service-linked role`;
  if (callerEntity.status === 'unreadable') return unreadable({ ...callerEntity.gap, what, layer });
  return unreadable(notGiven({ what, layer, toPass: null, account: principal.account, who: 'account-admin' }));
}
