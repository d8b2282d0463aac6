import type { StatementEvidence } from '../../model/evidence.ts';
import { LAYER_WORDS, resourcePolicyNoun } from '../../model/layer-words.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { shortName } from '../../model/short-name.ts';

/** Where a policy is, so that a person finds it: `ci-deployer › Deploy`, `prod-deploy, trust policy`. */
export function policyPlace({ kind, name, attachedTo }: PolicyRef): string {
  switch (kind) {
    case 'inline':
    case 'managed':
      return attachedTo === null ? name : `${shortName(attachedTo)} › ${name}`;
    case 'scp':
      return attachedTo === null ? `${name}, SCP` : `${name}, SCP on ${attachedTo}`;
    case 'rcp':
      return attachedTo === null ? `${name}, RCP` : `${name}, RCP on ${attachedTo}`;
    case 'trust':
      return `${name}, ${LAYER_WORDS.trust.singular}`;
    case 'boundary':
      return `${name}, ${LAYER_WORDS.boundary.singular}`;
    case 'resource':
      return `${name}, ${resourcePolicyNoun(name)}`;
    case 'session':
    case 'endpoint':
      return name;
  }
}

/** A policy and the statement in it. */
export function statementPlace({ policy, statement: { index, sid } }: StatementEvidence): string {
  if (index === null) return policyPlace(policy);
  return `${policyPlace(policy)}, statement ${index}${sid === null ? '' : ` "${sid}"`}`;
}
