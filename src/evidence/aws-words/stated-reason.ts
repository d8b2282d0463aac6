import { actsOnTrust } from '../../model/actions.ts';
import type { StatedReason } from '../../model/denial.ts';
import type { EvaluatedCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';

/** AWS's reason, with the layer that the request really has: AWS calls a trust policy a resource-based one too. */
export interface NamedReason extends Omit<StatedReason, 'layer'> {
  readonly layer: Layer;
}

/** The layer that AWS's text names; undefined where it names none. */
export function namedReason(denialCase: EvaluatedCase): NamedReason | undefined {
  const reason = denialCase.denial?.reason ?? null;
  const layer = reason?.layer ?? layerOfArn(reason?.policyArn ?? null);
  if (reason === null || layer === null) return undefined;
  return { ...reason, layer: layer === 'trust' || layer === 'resource' ? resourceLayerIn(denialCase) : layer };
}

/** `trust` for what a role's trust policy decides, else `resource`. */
export function resourceLayerIn(denialCase: EvaluatedCase): 'trust' | 'resource' {
  if (denialCase.verdict !== null) return denialCase.verdict.resourceLayer;
  if (actsOnTrust(denialCase.denial?.action ?? null)) return 'trust';
  return denialCase.denial?.reason?.layer === 'trust' ? 'trust' : 'resource';
}

/** What the ARN of a policy alone tells; an IAM policy may act as boundary, session policy or identity policy. */
function layerOfArn(arn: string | null): Layer | null {
  if (arn === null) return null;
  if (arn.includes(':policy/') && arn.includes('/service_control_policy/')) return 'scp';
  return arn.includes('/resource_control_policy/') ? 'rcp' : null;
}
