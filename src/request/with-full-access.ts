import { known } from '../model/fact.ts';
import type { AttachedPolicy, LayerFact } from '../model/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const FULL_ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
} as const;

/**
 * A service control policy that only denies is never alone: AWS attaches FullAWSAccess beside it, and takes it off nowhere by itself.
 * Undefined for a layer that does not consist of such a policy.
 */
export function withFullAccess(layer: LayerFact): LayerFact | undefined {
  const [level, ...others] = layer.status === 'known' ? layer.value : [];
  if (level === undefined || others.length > 0 || level.gaps.length > 0 || !level.policies.every(onlyDenies))
    return undefined;
  const ref = {
    name: 'FullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    kind: 'scp',
    attachedTo: level.id,
  } as const;
  return known([{ ...level, policies: [...level.policies, { ref, document: known(FULL_ACCESS) }] }]);
}

function onlyDenies({ document }: AttachedPolicy): boolean {
  if (document.status !== 'known') return false;
  const { statements, unsupportedParts } = readPolicy(document.value);
  return statements.length > 0 && unsupportedParts.length === 0 && statements.every(({ effect }) => effect === 'Deny');
}
