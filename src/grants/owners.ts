import { isAccountId, parseArn } from '../model/arn.ts';
import { isPermissionSet } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Fact } from '../model/fact.ts';
import type { OrganizationPlace } from '../model/facts.ts';
import type { Who } from '../model/gap.ts';
import type { Layer } from '../model/layer.ts';
import type { PolicyRef } from '../model/policy.ts';

/** Who can change a policy of a layer; of a layer as a whole where `policy` is left out. */
export function ownerOf(layer: Layer, denialCase: DenialCase, policy?: PolicyRef): Who {
  switch (layer) {
    case 'identity':
      return isPermissionSet(policy?.attachedTo ?? denialCase.facts.principal?.arn ?? denialCase.denial?.caller ?? null)
        ? 'identity-center-admin'
        : 'account-admin';
    case 'boundary':
      return 'account-admin';
    case 'session':
      return 'you';
    case 'scp':
    case 'rcp':
      return 'organization-admin';
    case 'trust':
      return isPermissionSet(policy?.attachedTo ?? null) ? 'identity-center-admin' : 'role-owner';
    case 'resource':
    case 'endpoint':
      return 'resource-owner';
  }
}

/**
 * The account in which somebody makes a fix of a layer: that of the policy which it changes, or, where it changes none, that of the person who makes it.
 * Null where nothing shows it, as of a VPC endpoint.
 */
export function accountOf(
  { who, policy }: { readonly who: Who; readonly policy: PolicyRef | undefined },
  layer: Layer | null,
  { facts, request }: DenialCase,
): string | null {
  if (layer === 'endpoint' && who === 'resource-owner') return null;
  if (policy === undefined)
    return who === 'role-owner' || who === 'resource-owner'
      ? facts.resourceAccount
      : (request?.principal.account ?? null);
  if (policy.kind === 'scp') return managementAccount(facts.callerOrganization);
  if (policy.kind === 'rcp') return managementAccount(facts.resourceOrganization);
  for (const text of [policy.attachedTo, policy.arn]) {
    const account = text === null ? undefined : parseArn(text)?.account;
    if (account !== undefined && isAccountId(account)) return account;
  }
  return policy.kind === 'trust' || policy.kind === 'resource' ? facts.resourceAccount : null;
}

/** Policies of the organization are changed in its management account. */
function managementAccount(place: Fact<OrganizationPlace>): string | null {
  return place.status === 'known' ? place.value.managementAccountId : null;
}
