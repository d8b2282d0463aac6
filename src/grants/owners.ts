import { isPermissionSet } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Who } from '../model/gap.ts';
import type { Layer } from '../model/layer.ts';
import type { PolicyRef } from '../model/policy.ts';

/** Who can change a policy of a layer. */
export function ownerOf(layer: Layer, denialCase: DenialCase, policy?: PolicyRef): Who {
  switch (layer) {
    case 'identity':
      return isPermissionSet(policy?.attachedTo ?? denialCase.facts.principal?.arn ?? null)
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
