import { actsOnTrust } from '../../model/actions.ts';
import type { StatedReason } from '../../model/denial.ts';
import type { EvaluatedCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import { isAuthorizerAnswer } from './authorizer-answer.ts';

/** AWS's reason, with `trust` for the policy of a role, which AWS calls a resource-based policy too. */
export interface NamedReason extends Omit<StatedReason, 'layer'> {
  readonly layer: Layer;
}

/** AWS's reason, if it names a layer; undefined otherwise. */
export function namedReason(denialCase: EvaluatedCase): NamedReason | undefined {
  const reason = denialCase.denial?.reason ?? null;
  const layer = reason?.layer ?? layerOfArn(reason?.policyArn ?? null);
  if (reason === null || layer === null || isAuthorizerAnswer(denialCase)) return undefined;
  return { ...reason, layer: layer === 'trust' || layer === 'resource' ? resourceLayerIn(denialCase) : layer };
}

/** `trust` for requests that a role's trust policy decides, `resource` for all others. */
export function resourceLayerIn(denialCase: EvaluatedCase): 'trust' | 'resource' {
  if (denialCase.verdict !== null) return denialCase.verdict.resourceLayer;
  if (actsOnTrust(denialCase.denial?.action ?? null)) return 'trust';
  return denialCase.denial?.reason?.layer === 'trust' ? 'trust' : 'resource';
}

/** The layer that follows from the ARN of a policy alone; an IAM policy may be an identity policy, a boundary or a session policy. */
function layerOfArn(arn: string | null): Layer | null {
  if (arn === null) return null;
  if (arn.includes(':policy/') && arn.includes('/service_control_policy/')) return 'scp';
  return arn.includes('/resource_control_policy/') ? 'rcp' : null;
}
