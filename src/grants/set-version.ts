import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import { getPointer } from '../policy/pointer.ts';
import { ownerOf } from './owners.ts';

/** The version of the policy language that has variables: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const VARIABLES_VERSION = '2012-10-17';

/** The version that makes a variable of a policy work. It takes nothing away: as plain text the variable matches nothing that exists. */
export function setVersion({ statement, document }: StatementNearMiss, layer: Layer, denialCase: DenialCase): Remedy {
  const { policy } = statement;
  const base = { policy, pointer: '/Version', who: ownerOf(layer, denialCase, policy) };
  if (getPointer(document, '/Version') === undefined) return { ...base, kind: 'add-value', value: VARIABLES_VERSION };
  return { ...base, kind: 'replace', value: VARIABLES_VERSION, why: 'policy variables work in this version only' };
}
