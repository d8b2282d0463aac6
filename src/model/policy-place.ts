import { LAYER_WORDS, resourcePolicyNoun } from './layer-words.ts';
import type { PolicyRef } from './policy.ts';
import { shortName } from './short-name.ts';

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
