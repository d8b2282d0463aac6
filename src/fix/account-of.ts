import { isAccountId, parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Draft } from './draft.ts';

/**
 * The account in which a fix of something in the layer is made: that of the first policy it changes, else that of who makes it. Null where
 * neither tells: nothing shows whose a VPC endpoint is.
 */
export function accountOf(draft: Draft, layer: Layer | null, denialCase: DenialCase): string | null {
  if (layer === 'endpoint' && draft.who === 'resource-owner') return null;
  const policy = draft.changes[0]?.policy;
  if (policy === undefined)
    return draft.who === 'role-owner' || draft.who === 'resource-owner'
      ? denialCase.facts.resourceAccount
      : (denialCase.request?.principal.account ?? null);
  if (policy.kind === 'scp' || policy.kind === 'rcp') return managementAccount(policy.kind, denialCase);
  for (const text of [policy.attachedTo, policy.arn]) {
    const account = text === null ? undefined : parseArn(text)?.account;
    if (account !== undefined && isAccountId(account)) return account;
  }
  return policy.kind === 'trust' || policy.kind === 'resource' ? denialCase.facts.resourceAccount : null;
}

function managementAccount(kind: 'scp' | 'rcp', denialCase: DenialCase): string | null {
  const place = kind === 'scp' ? denialCase.facts.callerOrganization : denialCase.facts.resourceOrganization;
  return place.status === 'known' ? place.value.managementAccountId : null;
}
